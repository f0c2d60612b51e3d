/** Facts that the main process tells the screens; they report, they never steer. */
export const notices = ['window/closing', 'window/given', 'workspace/saving', 'reception/progress'] as const;

export type Notice = (typeof notices)[number];
