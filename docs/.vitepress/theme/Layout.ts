import { useRoute } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { defineComponent, h, nextTick, onMounted, watch } from 'vue';
import HeroSample from './HeroSample.vue';

/** The theme's layout, with something to see on the first page. */
export default defineComponent({
  setup() {
    const { Layout } = DefaultTheme;
    const route = useRoute();
    onMounted(() => {
      watch(() => route.path, markMain, { immediate: true });
    });
    return () => h(Layout as never, null, { 'home-hero-image': () => h(HeroSample) });
  },
});

/** The theme's first page is the only one without a `main` to jump to. */
async function markMain(): Promise<void> {
  await nextTick();
  const { document } = globalThis as unknown as { document: Page };
  const content = document.querySelector('.VPContent');
  if (content?.matches('.is-home')) content.setAttribute('role', 'main');
  else content?.removeAttribute('role');
}

/** The types of a browser are not those of the plugin. */
interface Page {
  querySelector(selector: string): PageElement | null;
}
interface PageElement {
  matches(selector: string): boolean;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}
