/** Words of the upload: settings, the report's hand-in, and the commands of the office that receives. */
import type { UploadProtocol } from '../bundle/channel.ts';
import type { Bilingual } from '../lib/bilingual.ts';

export const protocolWords: Readonly<Record<UploadProtocol, Bilingual>> = {
  tus: { zh: '分段传，断了接着传（tus 1.0）', en: 'in pieces, goes on after a cut (tus 1.0)' },
  put: { zh: '一次传完（PUT）', en: 'in one go (PUT)' },
  post: { zh: '一次传完（POST）', en: 'in one go (POST)' },
};

export const uploadWords = {
  section: { zh: '联网上报', en: 'Upload' },
  intro: {
    zh: '默认不联网。如果上级发来了签名的“上报地址文件”，而您愿意由年报通直接上传，就在这里打开。只在您按“上传”或“取回执”时，才连接文件里写的那一台服务器；服务器的证书必须是文件里登记的。',
    en: 'Off at first. If your superior has sent a signed upload address and you want the app to upload by itself, allow it here. It connects to the one server that the file names, only when you press Upload or Fetch the receipt, and only if the server has the certificate that the file names.',
  },
  allow: { zh: '允许上传', en: 'Uploading' },
  allowed: { zh: '允许', en: 'allowed' },
  notAllowed: { zh: '不允许', en: 'not allowed' },
  none: {
    zh: '还没有上报地址文件。上级的证书要先在“密钥与证书”里登记，文件才能核实。',
    en: 'There is no upload address yet. It can be verified once the superior’s certificate is registered.',
  },
  office: { zh: '接收单位', en: 'Receiver' },
  address: { zh: '地址', en: 'Address' },
  protocol: { zh: '方式', en: 'How' },
  receipts: { zh: '网上取回执', en: 'Receipts' },
  receiptsYes: { zh: '可以', en: 'can be fetched' },
  receiptsNo: { zh: '不提供', en: 'come another way' },
  until: { zh: '有效至', en: 'Good until' },
  signer: { zh: '签名证书指纹', en: 'Signed with' },
  refused: { zh: '这个地址现在不能用：', en: 'This address cannot be used now:' },
  choose: { zh: '选择上报地址文件…', en: 'Choose an upload address…' },
  forget: { zh: '删除地址', en: 'Forget the address' },
  upload: { zh: '上传给上级', en: 'Upload' },
  resume: { zh: '接着上传', en: 'Go on uploading' },
  again: { zh: '再传一次', en: 'Upload again' },
  stop: { zh: '停止', en: 'Stop' },
  progress: { zh: '正在上传：{percent}%', en: 'Uploading: {percent} %' },
  done: {
    zh: '{time} 已上传，对方服务器确认收全。是否接受，以上级的回执为准。',
    en: 'Uploaded at {time}; the server confirmed all of it. Whether it is accepted, the receipt tells.',
  },
  fetch: { zh: '取回执', en: 'Fetch the receipt' },
  noReceipt: { zh: '上级还没有给出回执，过几天再取。', en: 'There is no receipt yet; try again in some days.' },
  gotReceipt: {
    zh: '回执已取回并核对，见上面的上报记录。',
    en: 'The receipt was fetched and checked; it stands with the submissions above.',
  },
  badReceipt: { zh: '取回的回执不能采用：{reasons}', en: 'The receipt that came cannot be used: {reasons}' },
  offHint: {
    zh: '上级发过签名的上报地址文件的，可以在“设置 › 联网上报”里允许，以后从这里直接上传。',
    en: 'Where your superior has sent a signed upload address, allow it under Settings › Upload; then bundles can be sent from here.',
  },
  aboutSeal: {
    zh: '做签名的上报地址文件（接收单位用）',
    en: 'makes the signed upload address for the units below (receiving office)',
  },
  aboutVerify: { zh: '核实上报地址文件', en: 'verifies an upload address' },
  sealed: { zh: '上报地址文件已写入 {path}：{address}', en: 'The upload address is in {path}: {address}' },
  verdict: { zh: '{file}：{verdict}', en: '{file}: {verdict}' },
  describes: { zh: '  {office}（{code}）：{address}，{protocol}', en: '  {office} ({code}): {address}, {protocol}' },
} as const satisfies Record<string, Bilingual>;
