import type { Block, PrintedDocument } from '@jingzhun/print';
import { chineseDate, footerOf, placeName, type AreaNames, type Printing } from './printing';
import { signatureBox, type Signer } from './signer';

/** All that a commitment letter shows. */
export interface CommitmentView {
  areas: AreaNames;
  household: { number: string; head: string } | null;
  /** What is committed to, each a paragraph; from the profile. */
  clauses: string[];
  signers: Signer[];
}

/**
 * That the household answers for what it told. That such a letter was signed is known of one township (domain reference,
 * section 6); its words were not found: A WORKING TEXT of ours, which a profile may replace.
 */
export const commitmentClauses = [
  '本户已听取工作队员对精准识别政策、评估项目和评分标准的说明。',
  '本户向工作队员反映的家庭人口、住房、家产、土地、务工、收支等情况真实、完整，没有隐瞒，也没有为参加识别而分户、空挂户或者转移财产。',
  '本户同意工作队员为核实情况拍照、查看有关凭证，并同意有关部门依法比对车辆、房产、工商、财政供养等信息；个人信息只用于精准识别。',
  '如所反映情况不实，本户愿意接受重新评估、取消资格、退回已享受待遇等处理，并承担相应责任。',
];

const title = '诚信承诺书';

/** 诚信承诺书, for one household or blank. */
export function commitmentPaper(view: CommitmentView, printing: Printing): PrintedDocument {
  const { areas, household, clauses, signers } = view;
  const blank = '＿＿＿＿＿＿＿＿';
  const who: Block = {
    block: 'text',
    words: `本人${household?.head ?? blank}，系${placeName(areas)}村民（户编号：${household?.number ?? blank}），现代表全家郑重承诺：`,
    size: 13,
    indent: true,
  };
  return {
    title,
    paper: 'A4',
    printedAt: printing.at,
    footer: footerOf(title, printing),
    blocks: [
      { block: 'gap', height: 24 },
      { block: 'title', words: title },
      { block: 'gap', height: 10 },
      who,
      ...clauses.map((clause, place): Block => ({
        block: 'text',
        words: `${numerals[place] ?? place + 1}、${clause}`,
        size: 13,
        indent: true,
      })),
      { block: 'text', words: '特此承诺。', size: 13, indent: true },
      { block: 'gap', height: 20 },
      {
        block: 'signatures',
        perRow: 2,
        boxes: signers.map((signer, place) => ({ ...signatureBox(signer, chineseDate), fingerprint: place === 0 })),
      },
      { block: 'gap', height: 12 },
      {
        block: 'text',
        words: '本承诺书一式两份，农户和村民委员会各存一份。',
        size: 9.5,
      },
    ],
  };
}

const numerals = [...'一二三四五六七八九十'];
