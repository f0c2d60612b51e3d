/** Words of the menu bar. */
import type { Bilingual } from '../lib/bilingual.ts';

export const menuWords = {
  file: { zh: '文件', en: 'File' },
  subordinates: { zh: '下级单位', en: 'Subordinate Units' },
  identity: { zh: '密钥与证书', en: 'Keys and Certificates' },
  backups: { zh: '备份与恢复', en: 'Backups' },
  settings: { zh: '设置', en: 'Settings' },
  help: { zh: '帮助', en: 'Help' },
  quit: { zh: '退出', en: 'Quit' },
  edit: { zh: '编辑', en: 'Edit' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  cut: { zh: '剪切', en: 'Cut' },
  copy: { zh: '复制', en: 'Copy' },
  paste: { zh: '粘贴', en: 'Paste' },
  selectAll: { zh: '全选', en: 'Select All' },
  view: { zh: '显示', en: 'View' },
  zoomIn: { zh: '放大', en: 'Zoom In' },
  zoomOut: { zh: '缩小', en: 'Zoom Out' },
  resetZoom: { zh: '实际大小', en: 'Actual Size' },
  fullScreen: { zh: '全屏', en: 'Full Screen' },
  window: { zh: '窗口', en: 'Window' },
  minimize: { zh: '最小化', en: 'Minimize' },
  close: { zh: '关闭窗口', en: 'Close Window' },
} as const satisfies Record<string, Bilingual>;
