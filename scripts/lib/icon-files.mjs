/** The two icon containers of Windows and macOS, packed from PNG images as they are. */

/** Windows wants these sizes: the list, the task bar, the desktop, each at two or three scales. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/** Type of an image in an Apple icon by its size in pixels; the large ones serve double density, too. */
export const icnsTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]);

/**
 * @param {ReadonlyMap<number, Buffer>} images PNG by size in pixels
 * @returns {Buffer} the `.ico`
 */
export function packIco(images) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(icoSizes.length, 4);
  let offset = header.length + 16 * icoSizes.length;
  const entries = icoSizes.map((size) => {
    const image = imageOf(images, size);
    const entry = Buffer.alloc(16);
    // A byte each for width and height: 0 stands for 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(image.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += image.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...icoSizes.map((size) => imageOf(images, size))]);
}

/**
 * @param {ReadonlyMap<number, Buffer>} images PNG by size in pixels
 * @returns {Buffer} the `.icns`
 */
export function packIcns(images) {
  const parts = icnsTypes.map(([type, size]) => icnsPart(type, imageOf(images, size)));
  return icnsPart('icns', Buffer.concat(parts));
}

function icnsPart(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

function imageOf(images, size) {
  const image = images.get(size);
  if (image === undefined) throw new Error(`there is no image of ${size} pixels`);
  return image;
}
