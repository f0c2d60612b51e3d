/** Called by electron-builder when a package's files are in place, before fuses are set and anything is signed. */
import { rmSync } from 'node:fs';
import path from 'node:path';

/**
 * An unpacked Electron is copied whole, with its default app: nothing but our own app may be started by the product.
 * @param {{ appOutDir: string, packager: { getResourcesDir(appOutDir: string): string } }} context
 */
export default async function afterPack({ appOutDir, packager }) {
  rmSync(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  rmSync(path.join(appOutDir, 'version'), { force: true });
}
