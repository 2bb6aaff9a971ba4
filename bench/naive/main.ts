import { startNaive } from './server.ts';
import { settingsFromEnvironment } from './settings.ts';

const { url } = await startNaive(settingsFromEnvironment(process.env));
console.log(JSON.stringify({ graphql: url }));
