// What two clients of the Statuspage API read from the address given, as they are published; one line of JSON.
const { Statuspage } = require('statuspage.io');
const { StatusPageClient, maintenances } = require('@aero/statuspage');

async function main(address) {
  const statuspage = new Statuspage('notbetrieb');
  statuspage.setApiUrl(address);
  const api = statuspage.api;
  const first = {
    summary: await api.getSummary(),
    status: await api.getStatus(),
    components: await api.getComponents(),
    incidents: await api.incidents.getAll(),
    unresolved: await api.incidents.getUnresolved(),
    upcoming: await api.scheduledMaintenances.getUpcoming(),
  };
  // a client of its own for each kind of maintenance: it keeps the path of the call before
  const client = () => new StatusPageClient(address);
  const second = {
    summary: await client().summary(),
    status: await client().status(),
    components: await client().components(),
    incidents: await client().incidents(),
    unresolved: await client().incidents(true),
    all: await client().maintenances(maintenances.ALL),
    active: await client().maintenances(maintenances.ACTIVE),
    upcoming: await client().maintenances(maintenances.UPCOMING),
  };
  console.log(JSON.stringify({ 'statuspage.io': first, '@aero/statuspage': second }));
}

main(process.argv[2]).catch(error => {
  console.error(error);
  process.exit(1);
});
