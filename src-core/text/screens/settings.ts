/** Words of the settings, of the page about the app, and of the help. */
import type { Theme } from '../../workspace/settings.ts';
import type { Bilingual } from '../../lib/bilingual.ts';

export const themeWords: Readonly<Record<Theme, Bilingual>> = {
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
};

export const settingsWords = {
  title: { zh: '设置', en: 'Settings' },
  back: { zh: '返回', en: 'Back' },
  appearance: { zh: '界面', en: 'Appearance' },
  language: { zh: '语言', en: 'Language' },
  chinese: { zh: '中文', en: '中文' },
  english: { zh: 'English', en: 'English' },
  theme: { zh: '颜色', en: 'Colours' },
  zoom: { zh: '大小', en: 'Size' },
  percent: { zh: '{zoom}%', en: '{zoom} %' },
  dueTitle: { zh: '时限', en: 'Due date' },
  dueDay: { zh: '上级通知的截止日期', en: 'Date in your superior’s notice' },
  dueHint: {
    zh: '如 01-20。空着就按条例：部门 1 月 31 日，政府 3 月 31 日。',
    en: 'Such as 01-20. Blank: as in the Regulations, 31 January for departments, 31 March for governments.',
  },
  dueFault: { zh: '请写成“月-日”，各两位，如 01-20', en: 'Two digits each for month and day, such as 01-20' },
  dueKeep: { zh: '保存日期', en: 'Keep the date' },
  backups: { zh: '备份', en: 'Backups' },
  backupPlace: {
    zh: '自动备份放在数据文件夹的 workspace/backups 里。往 U 盘或别的盘做一份，在“备份与恢复”里选位置。',
    en: 'Automatic backups are in workspace/backups of the data folder. For one on a stick or another disk choose the place under Backups.',
  },
  network: { zh: '网络', en: 'Network' },
  networkNone: {
    zh: '不联网，也不用代理：没有自动更新，没有统计。新版本由您从上级或发布处取得安装包。',
    en: 'The app uses no network and no proxy: nothing is updated by itself, nothing is counted. New versions come as installers.',
  },
  trouble: { zh: '求助', en: 'Getting help' },
  diagnosticsAbout: {
    zh: '诊断包里有版本、设置、各文件夹的大小和去掉了内容的日志。没有单位、人员、数据和文字；发出之前可以打开看。',
    en: 'It holds versions, settings, the sizes of folders and the log with all contents taken out: no unit, person, figure or prose. Look inside before you send it.',
  },
  diagnosticsSave: { zh: '保存诊断包…', en: 'Save a diagnostics file…' },
  diagnosticsSaved: { zh: '已保存为 {file}', en: 'Saved as {file}' },
  saved: { zh: '已保存', en: 'Saved' },
  aboutTitle: { zh: '关于年报通', en: 'About Nianbao' },
  licences: { zh: '软件中包含的部件和许可', en: 'Components and their licences' },
  licencesIntro: {
    zh: '年报通以 MIT 许可发布。它包含下列部件；Electron 和 Chromium 的许可全文在安装文件夹里（LICENSE.electron.txt、LICENSES.chromium.html）。',
    en: 'Nianbao is published under the MIT licence and contains the components below. Those of Electron and Chromium are in the installation folder (LICENSE.electron.txt, LICENSES.chromium.html).',
  },
  helpTitle: { zh: '帮助', en: 'Help' },
  search: { zh: '查找', en: 'Find' },
  noneFound: { zh: '没有找到“{query}”。换个词试试。', en: 'Nothing found for "{query}". Try another word.' },
  topics: { zh: '帮助目录', en: 'Topics' },
} as const satisfies Record<string, Bilingual>;
