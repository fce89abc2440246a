// What a client of the Statuspage API has read, in lines: clients.cjs FILE CLIENT
const { readFileSync } = require('node:fs');
const [file, client] = process.argv.slice(2);
const read = JSON.parse(readFileSync(file))[client];
const { version } = require(`${client}/package.json`);
const parts = read.summary.components ?? [];
const name = part => (part.group_id ? '  ' : '') + part.name;

console.log(`${client} ${version}`);
console.log(`${read.summary.page?.name ?? ''}  ${read.status.status.indicator}  ${read.status.status.description}`);
for (const part of client === 'statuspage.io' ? parts : []) console.log(name(part).padEnd(60), part.status);
for (const incident of client === 'statuspage.io' ? [] : read.incidents) {
  console.log(`${incident.name}  ${incident.status}  ${incident.impact}`);
  for (const update of incident.updates) {
    console.log(`  ${String(update.updated).slice(0, 16)}  ${update.status}`);
    for (const line of update.description.split('\n')) console.log('    ' + line);
  }
}
