/** The menu bar: the platform's own roles, worded in the language of the screens. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '#core/lib/bilingual.ts';
import { menuWords } from '#core/text/menu.ts';

export function setMenu(language: Language, platform: NodeJS.Platform): void {
  const say = (key: keyof typeof menuWords): string => menuWords[key][language];
  const item = (key: keyof typeof menuWords, role: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    label: say(key),
    role,
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : [{ label: say('file'), submenu: [item('quit', 'quit')] }]),
    {
      label: say('edit'),
      submenu: [item('cut', 'cut'), item('copy', 'copy'), item('paste', 'paste'), item('selectAll', 'selectAll')],
    },
    {
      label: say('view'),
      submenu: [
        item('zoomIn', 'zoomIn'),
        item('zoomOut', 'zoomOut'),
        item('resetZoom', 'resetZoom'),
        separator,
        item('fullScreen', 'togglefullscreen'),
      ],
    },
    { label: say('window'), submenu: [item('minimize', 'minimize'), item('close', 'close')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
