import { importLaw, packageLaw } from './importLaw.js';
import { fromRoot, resolveImport } from './resolve.js';

/** Reports imports that the import law does not allow, be they of values or of types. */
export const lawRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const importer = fromRoot(context.filename);
    const zones = importLaw.filter(({ target }) => isIn(importer, target));
    const closed = packageLaw.filter(
      ({ target, allowed }) => isIn(importer, target) && !isIn(importer, allowed),
    );
    const brokenBy = (specifier) => {
      const file = resolveImport(specifier, context.filename);
      if (file === undefined) return closed.find(({ from }) => from.test(specifier));
      return zones.find(({ from, except }) => isIn(file, from) && !except.some((path) => isIn(file, path)));
    };
    const check = (node) => {
      if (typeof node?.value !== 'string') return;
      const broken = brokenBy(node.value);
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
