/** The API key of the demo data, so that a newcomer can ask the management API at once. It opens local stacks only. */
export const DEMO_API_KEY = `lkm_production_${'Demo'.repeat(10)}`;
