/**
 * The schema library may compile its checks with eval, and tries whether it may: a strict content security
 * policy refuses and reports that. This says beforehand not to. It is the library's own shared setting, set
 * directly so that the first page need not fetch the library; imported before anything else.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
