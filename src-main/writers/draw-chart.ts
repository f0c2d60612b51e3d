/** Draws charts as SVG without a screen; the same chart gives the same text on every computer. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartWidth, heightOf, type Chart } from '#core/charts/chart.ts';
import type { ChartLook } from '#core/charts/chart-look.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** An `svg` element without a size of its own: it is as wide as its place. @param width in pixels of its letters' size */
export function drawChart(chart: Chart, look: ChartLook, width: number = chartWidth): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height: heightOf(chart, look) });
  try {
    drawing.setOption(chart.draw(look));
    return tidied(drawing.renderToSVGString(), chart.id);
  } finally {
    // Its timers would keep the process from ending.
    drawing.dispose();
  }
}

/** Numbers that count the charts of the process become the chart's own name; what is only for scripts goes. */
function tidied(svg: string, id: string): string {
  return svg
    .replace(/ (?:width|height|xmlns:xlink|version|baseProfile)="[^"]*"(?=[^>]*viewBox)/gu, '')
    .replace(/ (?:ecmeta_[a-z_]+|pointer-events|class)="[^"]*"/gu, '')
    .replace(/<style ?>.*?<\/style>\s*/su, '')
    .replace(/\bzr\d+-/gu, `${id}-`);
}
