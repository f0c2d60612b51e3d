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
    zh: '这种密钥不能用：{reason}。请换一份密钥文件（例如备份的那一份）；可用 ECDSA P-256，或 2048 位以上的 RSA。',
    en: 'This key cannot be used: {reason}. Use another key file (its backup, say); ECDSA P-256 or RSA of 2048 bits and more will do.',
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
  'key/guessable-passphrase': {
    zh: '这个口令太容易猜到（{reason}）。请用几个不相干的词，或一句只有自己知道的话。',
    en: 'This passphrase is easy to guess ({reason}). Use several unrelated words, or a sentence only you know.',
  },
  'key/same-passphrase': {
    zh: '新口令和旧口令一样。用环境变量时，新口令放在 NIANBAO_NEW_PASSPHRASE。',
    en: 'The new passphrase is the old one. With environment variables, the new one goes into NIANBAO_NEW_PASSPHRASE.',
  },
  'key/clock-wrong': {
    zh: '这台电脑的时钟（{now}）不对：{year} 年还没有开始。请改正日期后再签名，否则上级会拒收。',
    en: 'The clock of this computer ({now}) is wrong: the year {year} has not begun. Set the date before signing, or the superior will refuse the bundle.',
  },
  'key/no-unit': {
    zh: '“{file}”的证书（{unitName}）里没有单位代码，不能作为本单位的密钥。请用 key new 或本软件新建，或请签发机构把单位代码写进证书主体的 serialNumber。',
    en: 'The certificate in "{file}" ({unitName}) names no unit code, so it cannot be a unit\'s key. Make one here, or have the unit code put into the serialNumber of its subject.',
  },
  'key/not-remembered': {
    zh: '系统没有记住这把密钥的口令（或已换了用户、换了电脑）。请输入口令。',
    en: 'The system does not remember the passphrase of this key (or the account or computer changed). Type it.',
  },
  'key/cannot-remember': {
    zh: '这台电脑上没有可靠的地方保存口令（{reason}），所以没有记住。口令仍需每次输入。',
    en: 'This computer has no safe place for a passphrase ({reason}), so it was not remembered. Type it each time.',
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
  'certificate/not-for-key': {
    zh: '“{file}”里没有属于这把密钥的证书（单位 {unitCode}）。请导入上级对本机申请签发的那一份。',
    en: '"{file}" holds no certificate for this key (unit {unitCode}). Import the one that the superior issued for the request from here.',
  },
  'request/malformed': {
    zh: '“{file}”不是可用的证书申请（PKCS#10）：读不懂，或者不是用它自己的密钥签的。请对方重新生成。',
    en: '"{file}" is no usable certificate request (PKCS#10): it cannot be read, or was not signed with its own key. Ask for a new one.',
  },
  'authority/outside-region': {
    zh: '不能给“{unitName}”（{unitCode}）签发：本机构只能为代码 {region} 之下的单位签发。',
    en: 'No certificate can be issued to "{unitName}" ({unitCode}): this authority is for units below {region}.',
  },
  'authority/not-issuer': {
    zh: '“{file}”不是用这把密钥签发的，不能由它吊销。',
    en: '"{file}" was not issued with this key, so it cannot revoke it.',
  },
  'authority/already-revoked': {
    zh: '“{unit}”的证书已从 {from} 起吊销，名单没有改动。',
    en: 'The certificate of "{unit}" is revoked from {from} already; the list was left as it is.',
  },
  'authority/clock-behind': {
    zh: '这台电脑的时间是 {now}，但这里最近一次操作的记录是 {latest}：时钟可能被拨回了，没有签发。请先校正电脑的日期和时间，再签发。',
    en: 'The clock of this computer says {now}, but something was done here at {latest}: it may have been set back. Nothing was issued. Set the date and time first.',
  },
  'trust/malformed-pin': {
    zh: '“{file}”第 {line} 行不是指纹。每行应为：64 位十六进制指纹 [单位代码] [名称] [revoked 时间]，# 之后为注释。',
    en: 'Line {line} of "{file}" is no fingerprint. Each is: 64 hexadecimal digits [unit code] [name] [revoked TIME]; # begins a comment.',
  },
  'trust/malformed-list': {
    zh: '“{file}”不是吊销名单（X.509 CRL）。请向签发机构重新索取。',
    en: '"{file}" is no revocation list (X.509 CRL). Ask the issuer for it again.',
  },
  'trust/unverified-list': {
    zh: '吊销名单“{file}”不是由已登记的签发机构签名的，不能采用。请把签发机构的证书一并放入。',
    en: 'The revocation list "{file}" was not signed by a registered authority and cannot be used. Put the certificate of the authority beside it.',
  },
  'trust/known': {
    zh: '“{unit}”的这张证书（或名单）已经登记过，没有改动。',
    en: 'This certificate (or list) of "{unit}" is registered already; nothing was changed.',
  },
  'trust/revoked-before': {
    zh: '“{unit}”的这张证书已从 {from} 起吊销，不能重新登记。请让对方新建密钥后再登记。',
    en: 'This certificate of "{unit}" was revoked from {from} and cannot be registered again. Have the unit make a new key.',
  },
  'trust/older-list': {
    zh: '这份吊销名单是第 {number} 号，已有更新的第 {current} 号，没有采用。请索取最新的一份。',
    en: 'This revocation list is number {number}; number {current} is here already. Ask for the newest one.',
  },
  'trust/no-entry': { zh: '这一条登记已经没有了，请刷新后再试。', en: 'This entry is gone or has ended; look again.' },
  'trust/choose-again': { zh: '选择的文件已经失效，请重新选择。', en: 'The chosen file is no longer at hand; choose it again.' },
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
  'bundle/not-approved': {
    zh: '“{unit}”{year} 年度的年报还没有审核，没有导出。请在“审核”里由审核人通过，再导出上报包。',
    en: 'The {year} report of "{unit}" is not approved; nothing was exported. Have it approved under Review, then export the bundle.',
  },
  'bundle/not-intact': {
    zh: '“{file}”不是完好的上报包，里面的数据不能用（{reason}）。请在“验证上报包”里查看原因，或请对方重新发送。',
    en: '"{file}" is not an intact bundle ({reason}); its data cannot be used. See verify for the reasons, or ask for it again.',
  },
  'bundle/reason-required': {
    zh: '这份年报已经导出过，再次导出是更正，请写明更正原因。',
    en: 'This report was exported before; exporting it again is an amendment and needs a reason.',
  },
  'bundle/exists': {
    zh: '“{path}”已经存在，没有覆盖它：可能以前导出过，或者上次导出到一半时中断。请先把它移到别处，再导出一次；那一份如果已经报送，请告诉上级以新导出的为准。',
    en: '"{path}" exists and was not replaced: it was exported before, or an export was interrupted. Move it away and export again; if it was submitted already, tell the superior that the new one counts.',
  },
  'bundle/read-back-differs': {
    zh: '“{path}”写入后读回来的内容不一样，存储介质可能有问题。请换一个位置重新导出。',
    en: 'What was read back from "{path}" is not what was written; the medium may be faulty. Export to another place.',
  },
  'receipt/not-answerable': {
    zh: '“{file}”无法签收：{reason}',
    en: '"{file}" cannot be answered: {reason}',
  },
  'receipt/unknown-cell': {
    zh: '年报里没有单元格“{cell}”。单元格的写法如 applications.receivedThisYear.naturalPerson。',
    en: 'The report has no cell "{cell}". Cells are written like applications.receivedThisYear.naturalPerson.',
  },
  'receipt/no-bundle': {
    zh: '要答复的上报包不在手边了。请重新验证或接收这个文件，再答复。',
    en: 'The bundle to answer is no longer at hand. Verify or receive the file again, then answer it.',
  },
  'envelope/malformed': {
    zh: '“{file}”不是加密文件（CMS），或在传送中损坏。没有加密的上报包直接验证即可。',
    en: '"{file}" is no encrypted file (CMS), or was damaged on the way. A bundle that is not encrypted is verified as it is.',
  },
  'envelope/open-first': {
    zh: '“{file}”是加密文件，还没有解开。请用本单位的密钥解开（在“验证上报包”里），再接收解开的上报包。',
    en: '"{file}" is encrypted and was not opened yet. Open it with your key (under "Verify bundles"), then receive the bundle.',
  },
  'envelope/no-key-here': {
    zh: '“{file}”是加密文件，本机没有能解开它的密钥。请在有本单位密钥的电脑上解开，再接收解开的上报包；密钥遗失的，请把新证书发给对方重新加密。',
    en: '"{file}" is encrypted, and no key on this computer opens it. Open it on the computer that has the office’s key, then receive the bundle; if the key is lost, send the unit your new certificate.',
  },
  'envelope/for-another': {
    zh: '“{file}”不是用本单位的证书加密的，打不开。请用收文单位现在的证书重新加密，或者不加密报送。',
    en: '"{file}" was not encrypted with the certificate of this office and cannot be opened. Encrypt it with the certificate that is in use, or send it as it is.',
  },
  'envelope/not-for-key': {
    zh: '“{file}”不是给“{unit}”的这把密钥加密的，或在传送中被改动，打不开。请确认密钥，或请对方重新加密。',
    en: '"{file}" was not encrypted for this key of "{unit}", or was changed on the way. Check the key, or ask for it again.',
  },
  'envelope/unsupported': {
    zh: '“{unit}”的 SM2 密钥不能用于加密，只支持 ECDSA P-256 和 RSA。请用 U 盘或政务内网传送不加密的上报包。',
    en: 'The SM2 key of "{unit}" cannot be used for encryption; ECDSA P-256 and RSA can. Send the bundle as it is, on a stick or an internal line.',
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
