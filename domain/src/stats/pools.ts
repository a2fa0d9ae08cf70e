/** Fewer available licenses of a product than this, and somebody should generate more. */
export const LOW_POOL = 50;
