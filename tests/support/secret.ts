/** The key of the tests' servers, in a file that needs no server. */
export const SECRET = 'tests-only-secret-tests-only-secret';
