/** The menu bar: the platform's own roles, worded in the language of the screens. */
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '#core/lib/bilingual.ts';
import { menuWords } from '#core/text/menu.ts';

export function setMenu(language: Language, platform: NodeJS.Platform): void {
  const say = (key: keyof typeof menuWords): string => menuWords[key][language];
  const item = (key: keyof typeof menuWords, role: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    label: say(key),
    role,
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  /**
   * The report's own undo is the page's, which also knows when a field takes back its own: the menu presses the keys.
   * macOS tries the page first and then the menu; what comes here by the keys is a field's own.
   */
  const takeBack = (key: 'undo' | 'redo', keys: string): MenuItemConstructorOptions => ({
    label: say(key),
    accelerator: `CommandOrControl+${keys}`,
    registerAccelerator: false,
    click: (_item, window, { triggeredByAccelerator }) => {
      if (!(window instanceof BrowserWindow)) return;
      if (triggeredByAccelerator === true) window.webContents[key]();
      else pressKeys(window, keys, platform);
    },
  });
  /** What only the page can do, by the keys that the page knows. */
  const page = (key: keyof typeof menuWords, keys: string): MenuItemConstructorOptions => ({
    label: say(key),
    accelerator: `CommandOrControl+${keys}`,
    registerAccelerator: false,
    click: (_item, window) => {
      if (window instanceof BrowserWindow) pressKeys(window, keys, platform);
    },
  });
  const helpItem: MenuItemConstructorOptions = {
    label: say('help'),
    accelerator: 'F1',
    registerAccelerator: false,
    click: (_item, window) => {
      if (window instanceof BrowserWindow) pressKey(window, 'F1', []);
    },
  };
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: say('file'),
      submenu: [
        page('subordinates', 'Shift+U'),
        page('identity', 'Shift+K'),
        page('backups', 'Shift+B'),
        page('settings', ','),
        ...(platform === 'darwin' ? [] : [separator, item('quit', 'quit')]),
      ],
    },
    {
      label: say('edit'),
      submenu: [
        takeBack('undo', 'Z'),
        takeBack('redo', platform === 'darwin' ? 'Shift+Z' : 'Y'),
        separator,
        item('cut', 'cut'),
        item('copy', 'copy'),
        item('paste', 'paste'),
        item('selectAll', 'selectAll'),
      ],
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
    { label: say('help'), submenu: [helpItem] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function pressKeys(window: BrowserWindow, keys: string, platform: NodeJS.Platform): void {
  const steps = keys.split('+');
  const modifiers: ('meta' | 'control' | 'shift')[] = [platform === 'darwin' ? 'meta' : 'control'];
  if (steps.includes('Shift')) modifiers.push('shift');
  pressKey(window, steps.at(-1) ?? '', modifiers);
}

function pressKey({ webContents }: BrowserWindow, keyCode: string, modifiers: ('meta' | 'control' | 'shift')[]): void {
  webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
}
