import { shallowRef } from 'vue';
import { askSecondFactorWith, type Challenge } from '../firebase/secondFactor.ts';

interface Question {
  readonly challenge: Challenge;
  readonly settle: (answered: boolean) => void;
}

/** The question that a dialog has to ask now; null = none. One at a time: a newer one takes its place. */
export const secondFactorQuestion = shallowRef<Question | null>(null);

/** Lets every sign-in of the app ask by that dialog. */
export function listenForSecondFactor(): void {
  askSecondFactorWith((challenge) => {
    secondFactorQuestion.value?.settle(false);
    return new Promise((resolve) => {
      const settle = (answered: boolean): void => {
        secondFactorQuestion.value = null;
        resolve(answered);
      };
      secondFactorQuestion.value = { challenge, settle };
    });
  });
}
