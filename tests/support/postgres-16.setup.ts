import { providePostgres } from './provide-postgres.ts';

export default providePostgres({ version: 16 });
