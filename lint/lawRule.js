import { importLaw } from './importLaw.js';
import { fromRoot, resolveImport } from './resolve.js';

/** Reports imports that the import law does not allow, be they of values or of types. */
export const lawRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const importer = fromRoot(context.filename);
    const zones = importLaw.filter(({ target }) => isIn(importer, target));
    const check = (node) => {
      if (typeof node?.value !== 'string') return;
      const imported = resolveImport(node.value, context.filename);
      if (imported === undefined) return;
      const broken = zones.find(
        ({ from, except }) => isIn(imported, from) && !except.some((path) => isIn(imported, path)),
      );
      if (broken) context.report({ node, message: `This import is against the law: ${broken.message}` });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    };
  },
};

function isIn(path, place) {
  return path === place || path.startsWith(`${place}/`);
}
