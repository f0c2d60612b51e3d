/** The letters of the form's labels in the traditional script, as some mirrors of web pages print them. */

const pairs =
  '萬万 執执 檔档 閱阅 網网 顯显 徵征 辭辞 與与 業业 為为 爲为 舉举 於于 會会 體体 無无 關关 內内 決决 況况 減减 製制 辦办 務务 動动 區区 單单 發发 後后 國国 處处 複复 復复 審审 實实 對对 屬属 廢废 開开 強强 當当 總总 護护 報报 據据 數数 條条 構构 機机 權权 確确 種种 稱称 穩稳 穏稳 類类 係系 糾纠 納纳 組组 織织 經经 結结 繼继 續续 維维 繳缴 罰罚 範范 獲获 補补 規规 計计 認认 議议 許许 訟讼 訪访 訴诉 詢询 請请 購购 費费 過过 進进 採采 問问 間间 項项 題题 額额 轉转 這这 現现 質质 層层 們们 書书 絡络 監监 臺台 見见 導导 負负 責责 領领 壞坏';

const simplified: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => {
    const [traditional = '', plain = ''] = pair;
    return [traditional, plain];
  }),
);

const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu');

/** The same text in simplified letters, as far as labels use them. */
export function toSimplified(text: string): string {
  return text.replace(traditional, (letter) => simplified.get(letter) ?? letter);
}
