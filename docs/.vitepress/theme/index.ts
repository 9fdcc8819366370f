import DefaultTheme from 'vitepress/theme';
import Playground from '../playground/Playground.vue';
import Layout from './Layout.ts';
import RuleTable from './RuleTable.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }: { app: { component(name: string, component: unknown): void } }) {
    app.component('Playground', Playground);
    app.component('RuleTable', RuleTable);
  },
};
