// Builds one report as a Word file by turns: by the page's own button, and by
// the npm package `docx` on the same page. Gives, for each round, the
// milliseconds of both and of the button once more, and the peer's file.
const [paragraphs, rounds, button, done] = arguments;

const library = window.docx;
const WARM = 3;
let made = null;
let told = () => {};

// Both sides end where the file would be handed to the browser; that it is not
// saved keeps dozens of downloads out of the figures.
const makeUrl = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  made = performance.now();
  told();
  return makeUrl.call(URL, blob);
};
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (!this.hasAttribute("download")) click.call(this);
};

function paragraph({ runs, center, indent, heading, size }) {
  const { AlignmentType, LineRuleType, Paragraph, TextRun } = library;
  return new Paragraph({
    heading: heading ? `Heading${heading}` : undefined,
    alignment: center ? AlignmentType.CENTER : AlignmentType.BOTH,
    spacing: { before: 0, after: 0, line: 579, lineRule: LineRuleType.EXACT },
    indent: indent ? { firstLine: indent } : undefined,
    children: runs.map(({ text, font }) => new TextRun({ text, font, size, characterSpacing: -5 })),
  });
}

function build() {
  const { AlignmentType, Document, Footer, PageNumber, Paragraph, TextRun } = library;
  const number = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ font: "宋体", size: 28, children: ["— ", PageNumber.CURRENT, " —"] })],
  });
  const page = {
    size: { width: 11906, height: 16838 },
    margin: { top: 2098, right: 1474, bottom: 1984, left: 1587, footer: 1446 },
  };
  return new Document({
    sections: [
      {
        properties: { page },
        footers: { default: new Footer({ children: [number] }) },
        children: paragraphs.map(paragraph),
      },
    ],
  });
}

// Lets the page draw and tidy up, so that one side does not pay for the other.
const rest = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));

async function ours() {
  await rest();
  // The page has its documents written beside it, so the file comes later.
  const file = new Promise((resolve, reject) => {
    told = resolve;
    setTimeout(() => reject(new Error("the button made no file")), 20000);
  });
  const start = performance.now();
  button.click();
  await file;
  return made - start;
}

let file = null;
async function peer() {
  await rest();
  const start = performance.now();
  file = await library.Packer.toBlob(build());
  URL.revokeObjectURL(URL.createObjectURL(file));
  return made - start;
}

async function run() {
  const times = [];
  for (let round = -WARM; round < rounds; round += 1) {
    // In turn forwards and backwards, so that what the machine does besides, and
    // what a run leaves behind, meets all alike.
    const order = [0, 1, 2];
    if (round % 2) order.reverse();
    const row = [0, 0, 0];
    for (const at of order) row[at] = await (at === 1 ? peer() : ours());
    if (round >= 0) times.push(row);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const it of bytes) text += String.fromCharCode(it);
  return { times, file: btoa(text) };
}

run().then(done, (error) => done({ error: String(error) }));
