/** `npm start`: the app where there is a display, else its main job on the sample through the headless commands. */
import { runApp } from './lib/app.mjs';
import { hasDisplay } from './lib/display.mjs';
import { runFirstLight } from './lib/first-light.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { setUpAll } from './lib/setup.mjs';

await runScript(async () => {
  const { electron } = await setUpAll();
  if (hasDisplay()) {
    if (electron === null) throw new SetUpProblem('The app needs an Electron runtime; see step 3 above.');
    console.error('[start] 年报通');
    return runApp(electron, process.argv.slice(2));
  }
  console.log('没有可用的显示器，不能打开窗口。下面用命令行对样例（海南省 2020 年度报告）走一遍主要流程。');
  console.log('There is no display to open a window on. The main job is run on the sample with the headless commands.');
  return runFirstLight();
});
