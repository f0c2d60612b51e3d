/** What systems answer (errno), in words: the names are for engineers, and stand in the log. */
import type { Bilingual } from '../lib/bilingual.ts';

export const systemWords: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: '找不到这个文件或文件夹', en: 'the file or folder does not exist' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  EIO: { zh: '读写出错，介质可能有问题', en: 'the medium reported an error' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the name is too long' },
  EACCES: { zh: '没有权限', en: 'permission is missing' },
  EPERM: { zh: '系统不允许', en: 'the system does not permit it' },
  EROFS: { zh: '介质是只读的', en: 'the medium is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '超出了给您的磁盘配额', en: 'your disk quota is used up' },
  EFBIG: { zh: '文件超过了这个盘允许的大小', en: 'the file is larger than this disk takes' },
  EBUSY: { zh: '别的程序正在使用', en: 'another program is using it' },
  EEXIST: { zh: '同名文件已经存在', en: 'something of that name exists' },
  ENOTEMPTY: { zh: '文件夹不是空的', en: 'the folder is not empty' },
  EMFILE: { zh: '打开的文件太多', en: 'too many files are open' },
  ELOOP: { zh: '链接绕成了圈', en: 'links lead round in a circle' },
  ENXIO: { zh: '设备不在', en: 'the device is not there' },
  ENODEV: { zh: '设备不在', en: 'the device is not there' },
  ETIMEDOUT: { zh: '等了太久没有回答', en: 'there was no answer in time' },
  ECONNREFUSED: { zh: '对方拒绝连接', en: 'the connection was refused' },
  ECONNRESET: { zh: '连接被中断', en: 'the connection was cut' },
  EPIPE: { zh: '连接被中断', en: 'the connection was cut' },
  ENOTFOUND: { zh: '找不到这个网址', en: 'the address is not known' },
  EAI_AGAIN: { zh: '现在查不到这个网址', en: 'the address cannot be looked up at the moment' },
  EHOSTUNREACH: { zh: '到不了那台服务器', en: 'the server cannot be reached' },
  ENETUNREACH: { zh: '网络不通', en: 'there is no network' },
  'not a regular file': { zh: '它是设备或管道，不是普通文件', en: 'it is a device or a pipe, no regular file' },
  'no certificate': { zh: '里面没有证书', en: 'there is no certificate in it' },
};

/** For those without words of their own; undefined for what is no errno. */
export function wordsOfErrno(reason: string): Bilingual | undefined {
  return /^E[A-Z][A-Z0-9_]+$/u.test(reason) ? { zh: '系统没有说明原因', en: 'the system did not say why' } : undefined;
}
