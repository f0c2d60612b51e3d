/** Words for problems with keys, certificates and bundles, and with messages between the processes. */
import type { Bilingual } from '../../lib/bilingual.ts';

export const keyProblems = {
  'key/wrong-passphrase': {
    zh: '口令不对，密钥没有打开。请重新输入（注意大小写和输入法）。',
    en: 'Wrong passphrase; the key was not opened. Try again.',
  },
  'key/malformed': {
    zh: '密钥文件不是完整的 PKCS#12（.p12）文件：{reason}。请使用导出时的原文件。',
    en: 'The key file is not a complete PKCS#12 (.p12) file: {reason}. Use the file as it was exported.',
  },
  'key/unsupported': {
    zh: '这种密钥不能用：{reason}。可用 ECDSA P-256，或 2048 位以上的 RSA。',
    en: 'This key cannot be used: {reason}. ECDSA P-256 or RSA of 2048 bits and more can.',
  },
  'key/missing': { zh: '这台电脑上还没有签名密钥。请先新建密钥。', en: 'There is no signing key on this computer yet. Make one first.' },
  'key/exists': {
    zh: '这台电脑上已有“{unit}”的签名密钥，没有改动它。',
    en: 'This computer already has a signing key for "{unit}"; it was left as it is.',
  },
  'key/weak-passphrase': {
    zh: '口令太短：至少 {minimum} 个字符。',
    en: 'The passphrase is too short: at least {minimum} characters.',
  },
  'key/other-unit': {
    zh: '密钥属于“{keyUnit}”，这份年报属于“{unit}”，不能用它签名。',
    en: 'The key belongs to "{keyUnit}" and the report to "{unit}"; it cannot sign it.',
  },
  'key/bad-unit': {
    zh: '单位代码“{unitCode}”或名称“{unitName}”不能用于证书：{reason}。',
    en: 'The unit code "{unitCode}" or name "{unitName}" cannot stand in a certificate: {reason}.',
  },
  'key/not-yet-valid': {
    zh: '密钥的证书从 {notBefore} 起才有效。请检查电脑的日期和时间。',
    en: 'The certificate of the key is valid from {notBefore} only. Check the date and time of this computer.',
  },
  'key/expired': {
    zh: '密钥的证书已于 {notAfter} 过期。请新建密钥并请上级登记；也请检查电脑的日期。',
    en: 'The certificate of the key expired at {notAfter}. Make a new key and have it registered; check the date of this computer too.',
  },
  'certificate/malformed': {
    zh: '“{file}”里没有可用的证书：{reason}。应为 PEM 或 DER 格式的 X.509 证书。',
    en: '"{file}" holds no usable certificate: {reason}. X.509 in PEM or DER is expected.',
  },
} as const satisfies Record<string, Bilingual>;

export const bundleProblems = {
  'bundle/blocking-findings': {
    zh: '还不能上报：有 {errors} 处错误、{warnings} 处未说明的待核实项。{zh}',
    en: 'Not ready to be sealed: {errors} errors and {warnings} warnings without a justification. {en}',
  },
  'bundle/pending-text': {
    zh: '有 {count} 格填的不是数字，请先改正再导出。',
    en: '{count} cells hold text that is no number; correct them before exporting.',
  },
  'bundle/not-intact': {
    zh: '“{file}”不是完好的上报包（{reason}），里面的数据不能用。请用 verify 命令查看原因，或请对方重新发送。',
    en: '"{file}" is not an intact bundle ({reason}); its data cannot be used. See verify for the reasons, or ask for it again.',
  },
  'bundle/reason-required': {
    zh: '这份年报已经导出过，再次导出是更正，请写明更正原因。',
    en: 'This report was exported before; exporting it again is an amendment and needs a reason.',
  },
  'bundle/read-back-differs': {
    zh: '“{path}”写入后读回来的内容不一样，存储介质可能有问题。请换一个位置重新导出。',
    en: 'What was read back from "{path}" is not what was written; the medium may be faulty. Export to another place.',
  },
  'bundle/cancelled': { zh: '已取消，没有导出。', en: 'Cancelled; nothing was exported.' },
} as const satisfies Record<string, Bilingual>;

export const appProblems = {
  'ipc/bad-input': {
    zh: '界面发来的内容不对（{channel}，{place} 处应为 {expected}），没有执行。请重启年报通；如再次出现请反馈。',
    en: 'The screen sent something unexpected ({channel}, at {place}: {expected}); nothing was done. Restart the app.',
  },
  'ipc/refused-sender': {
    zh: '请求不是从年报通自己的窗口发出的，已拒绝。',
    en: 'The request did not come from the window of this app and was refused.',
  },
  'app/bug': {
    zh: '程序出错了（{reference}），这一步没有执行，已保存的内容不受影响。错误已记入日志。',
    en: 'Something went wrong ({reference}); this step was not done and saved work is safe. The log has the details.',
  },
} as const satisfies Record<string, Bilingual>;
