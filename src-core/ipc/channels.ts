/** The names of all calls from the screens to the main process; the preload script imports nothing else. */
export const channels = [
  'app/start',
  'app/set-language',
  'app/ready-to-close',
  'filing/list',
  'filing/create',
  'filing/open-sample',
  'filing/open',
  'filing/enter-cells',
  'filing/accept-total',
  'filing/choose-unit',
  'filing/write-section',
  'filing/justify',
  'filing/name-people',
  'filing/save-again',
  'identity/status',
  'identity/create',
  'bundle/export',
  'bundle/reveal',
  'bundle/verify',
] as const;

export type Channel = (typeof channels)[number];
