import { providePostgres } from './provide-postgres.ts';

export default providePostgres({ durable: true });
