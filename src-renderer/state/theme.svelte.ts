/** Whether the window is dark at the moment, for what style sheets cannot colour. */
import { MediaQuery } from 'svelte/reactivity';

const dark = new MediaQuery('prefers-color-scheme: dark');

export const theme = {
  get isDark(): boolean {
    return dark.current;
  },
};
