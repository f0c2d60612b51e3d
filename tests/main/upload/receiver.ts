/** A reference receiver on loopback: tus 1.0 (creation, offset), PUT and POST, and receipts by the bundle's digest. It can be made to cut. */
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Receiver = {
  readonly origin: string;
  /** What arrived whole, by file name. */
  readonly received: Map<string, Buffer>;
  readonly receipts: Map<string, Uint8Array>;
  /** `METHOD path`, in the order of arrival. */
  readonly calls: string[];
  /** Cuts the connection once an upload has so many bytes; the bytes stay. */
  cutAfter: number | null;
  /** Answers everything with this status. */
  status: number | null;
  readonly close: () => Promise<void>;
};

type Upload = { readonly name: string; readonly length: number; bytes: Buffer };

export async function startReceiver(key: string | Buffer, certificate: string | Buffer): Promise<Receiver> {
  const uploads = new Map<string, Upload>();
  const received = new Map<string, Buffer>();
  const finish = (upload: Upload): void => {
    if (upload.bytes.length === upload.length) received.set(upload.name, upload.bytes);
  };
  const server: Server = createServer({ key, cert: certificate }, (request, response) => {
    receiver.calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (receiver.status !== null) {
      request.resume();
      response.writeHead(receiver.status).end('no');
      return;
    }
    void answer(request, response);
  });
  const receiver: Receiver = {
    origin: '',
    received,
    receipts: new Map(),
    calls: [],
    cutAfter: null,
    status: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '', headers } = request;
    const path = url.split('/').filter((each) => each !== '');
    const tus = { 'tus-resumable': '1.0.0' };
    if (method === 'GET' && path[0] === 'receipts') {
      const bytes = receiver.receipts.get(path[1] ?? '');
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    } else if (method === 'POST' && headers['tus-resumable'] !== undefined) {
      const metadata = new Map(
        String(headers['upload-metadata'])
          .split(',')
          .map((each) => each.split(' ') as [string, string]),
      );
      const id = String(uploads.size + 1);
      const name = Buffer.from(metadata.get('filename') ?? '', 'base64').toString();
      uploads.set(id, { name, length: Number(headers['upload-length']), bytes: Buffer.alloc(0) });
      response.writeHead(201, { ...tus, location: `/files/${id}` }).end();
    } else if (method === 'PUT' || method === 'POST') {
      const bytes = await bodyOf(request, () => undefined);
      received.set(decodeURIComponent(path.at(-1) ?? ''), bytes);
      response.writeHead(201).end();
    } else {
      const upload = uploads.get(path[1] ?? '');
      if (upload === undefined) response.writeHead(404, tus).end();
      else if (method === 'HEAD') response.writeHead(200, { ...tus, 'upload-offset': upload.bytes.length }).end();
      else if (Number(headers['upload-offset']) !== upload.bytes.length) response.writeHead(409, tus).end();
      else {
        await bodyOf(request, (part) => {
          const most = receiver.cutAfter ?? Number.POSITIVE_INFINITY;
          upload.bytes = Buffer.concat([upload.bytes, part]).subarray(0, most);
          if (upload.bytes.length === most) {
            receiver.cutAfter = null;
            request.socket.destroy();
            throw new Error('cut');
          }
        });
        finish(upload);
        response.writeHead(204, { ...tus, 'upload-offset': upload.bytes.length }).end();
      }
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(receiver, { origin: `https://127.0.0.1:${String((server.address() as AddressInfo).port)}` });
}

async function bodyOf(request: IncomingMessage, onPart: (part: Buffer) => void): Promise<Buffer> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      parts.push(part);
      onPart(part);
    }
  } catch (error) {
    // Cut, by one side or the other: what arrived is what there is.
    if (!(error instanceof Error)) throw error;
  }
  return Buffer.concat(parts);
}
