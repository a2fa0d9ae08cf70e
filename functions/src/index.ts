/** The deploy list: one line for each function. */
export { api } from './http/api.ts';
