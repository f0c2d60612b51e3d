/** Words for problems with the upload to the superior. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const uploadProblems = {
  'upload/not-allowed': {
    zh: '没有允许联网上报。要用的话，先在“设置”里打开；也可以用政务邮箱、上报平台或 U 盘交。',
    en: 'Uploading is not allowed. Allow it under Settings first; or send the bundle by mail, portal or stick.',
  },
  'upload/no-channel': {
    zh: '还没有上级的上报地址文件。请向上级索取，在“设置”里选入；没有它，用政务邮箱、上报平台或 U 盘交。',
    en: 'There is no upload address of a superior yet. Ask for the file and choose it under Settings; or send the bundle by mail, portal or stick.',
  },
  'upload/channel-refused': {
    zh: '上报地址文件没有通过核实，没有采用：{zh}',
    en: 'The upload address did not pass verification and was not taken: {en}',
  },
  'upload/malformed-channel': {
    zh: '上报地址文件读不懂（{place} 处应为 {expected}）',
    en: 'the upload address cannot be read (at {place}: {expected})',
  },
  'upload/other-unit': {
    zh: '上报地址是“{office}”的，它不是“{unit}”的上级，没有上传。',
    en: 'The upload address belongs to "{office}", which is no superior of "{unit}"; nothing was uploaded.',
  },
  'upload/bundle-gone': {
    zh: '导出的文件“{file}”不在原来的位置，或者已不是那一份。请插上存它的 U 盘，或者重新导出。',
    en: 'The exported file "{file}" is not where it was, or is not the one that was exported. Plug the stick in, or export again.',
  },
  'upload/running': { zh: '这份文件正在上传，请等它结束。', en: 'This bundle is being uploaded already.' },
  'upload/stopped': {
    zh: '已停止上传。已经传到的部分在服务器上，下次接着传。',
    en: 'The upload was stopped. What arrived stays with the server; the next attempt goes on from there.',
  },
  'upload/no-connection': {
    zh: '连不上 {host}，或者中途断了（{reason}）。请检查网络，再按一次“上传”就接着传；或者改用邮箱、平台、U 盘。',
    en: '{host} cannot be reached, or the connection was cut ({reason}). Check the network and upload again, it goes on where it stopped; or use mail, portal or a stick.',
  },
  'upload/wrong-certificate': {
    zh: '{host} 出示的证书不是上级文件里登记的那一个（{reason}），没有上传：网络里可能有人冒充，也可能上级换了证书。请电话核对。',
    en: '{host} shows another certificate than the superior’s file names ({reason}); nothing was uploaded. Somebody may be in between, or the certificate was renewed: ask by telephone.',
  },
  'upload/forbidden': {
    zh: '{host} 不接受本单位上传（{status}）。请联系上级开通，或改用邮箱、平台、U 盘。',
    en: '{host} does not let this unit upload ({status}). Ask the superior, or use mail, portal or a stick.',
  },
  'upload/too-large': {
    zh: '{host} 说文件太大（413）。请减少附件后重新导出，或改用 U 盘。',
    en: '{host} says that the file is too large (413). Export with fewer attachments, or use a stick.',
  },
  'upload/refused': {
    zh: '{host} 没有接收（{status}）。请联系上级核对上报地址，或改用邮箱、平台、U 盘。',
    en: '{host} did not take it ({status}). Ask the superior about the address, or use mail, portal or a stick.',
  },
  'upload/server-error': {
    zh: '{host} 的服务器出错了（{status}）。过一会儿再试，会接着传。',
    en: 'The server {host} is in trouble ({status}). Try again later; the upload goes on where it stopped.',
  },
  'upload/bad-answer': {
    zh: '{host} 的回答不对（{what}），不像上级的上报服务器，已停止。请核对网络（是否要先登录）和上报地址。',
    en: '{host} answered unexpectedly ({what}), not like an upload server; it was stopped. Check the network (is there a log-in page?) and the address.',
  },
  'upload/receipt-failed': {
    zh: '没有取到回执：{host} 的服务器答复 {status}。上报包已经交上去，不受影响。过一会儿再按“取回执”；一直这样，请打电话请上级查一下，或把回执文件发来，在“回执”里选入。',
    en: 'The receipt could not be fetched: the server {host} answered {status}. Your bundle is not affected. Try again later; if it goes on, ask your superior, or for the receipt as a file.',
  },
  'upload/receipt-unreachable': {
    zh: '没有取到回执：连不上 {host}，或者中途断了（{reason}）。请检查网络，过一会儿再按“取回执”；也可以请上级把回执文件发来。',
    en: 'The receipt could not be fetched: {host} cannot be reached, or the connection was cut ({reason}). Check the network and try again later, or ask for the receipt as a file.',
  },
  'upload/bad-address': {
    zh: '地址“{address}”不能用：要以 https:// 开头（不能用 http://），只写主机、端口和路径，不带用户名、问号和空格；取回执的地址里还要有 {digest}。',
    en: 'The address "{address}" cannot be used: it begins with https:// (not http://) and has host, port and path only, no user, question mark or space; that of receipts has {digest} in it too.',
  },
  'upload/bad-end': {
    zh: '有效期“{until}”不能用：要写成 2027-06-30T00:00:00Z 的样子，而且在现在以后。',
    en: 'The end "{until}" cannot be used: write it as 2027-06-30T00:00:00Z, and later than now.',
  },
  'upload/no-receipts': {
    zh: '上级没有提供网上取回执的地址，请等回执文件。',
    en: 'The superior offers no receipts over the network; wait for the file.',
  },
} as const satisfies Record<string, Bilingual>;
