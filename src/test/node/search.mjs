// Ranks as the script of the search page does: words.json, then one question a line from standard input;
// answers one line each: entry:language:score ...
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const [script, words] = process.argv.slice(2);
const sandbox = { module: { exports: {} } };
vm.runInNewContext(readFileSync(script, 'utf8'), sandbox);
const Index = sandbox.module.exports;
const index = new Index(JSON.parse(readFileSync(words, 'utf8')));
for (const line of JSON.parse(readFileSync(0, 'utf8'))) {
  const [language, question] = line;
  console.log(index.find(question, language).map((hit) => `${hit.entry}:${hit.language}:${Math.round(hit.score * 1e6)}`).join(' '));
}
