package dev.toward.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DangerFinderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "i want to kill myself",
                "i had all my meds out and took them",
                "most nights i dont see a point in waking up",
                "im driving home. had a lot. dont care what happens",
                "my dad is drunk and he wants to drive us home from the game",
                "I don't want to be here anymore",
                "i cant do this any more. i have the pills",
                "I took all my sleeping pills an hour ago",
                "thinking about ending it all",
                "everyone would be better off without me",
                "i just want to die",
                "I wish I was dead",
                "there's no point in living",
                "I've been cutting myself again",
                "relapsed and cut tonight",
                "I'm on the bridge and nobody is picking up",
                "i feel suicidal",
                "she tried to take her own life last night",
                "he's going to kill me when he gets home",
                "my husband hit me again last night",
                "he put his hands around my neck",
                "my dad beats my mum and i am scared",
                "he said he'd kill us both if I leave",
                "I'm scared he'll come back with the knife",
                "my boyfriend choked me until i passed out",
                "kms fr this time",
                "i dont want to wake up tomorrow",
                "life is not worth living",
                "I wrote a goodbye letter",
                "you won't have to worry about me much longer",
                "hiding in the bathroom because he is smashing things",
                "he's got a knife and he's outside my door",
                "she overdosed this afternoon",
                "i took a whole bottle of paracetamol",
                "just go kill yourself",
                "kys",
                "I want to disappear forever",
                "i'd be better off dead",
                "i keep thinking about jumping off a bridge",
                "my partner threw me down the stairs",
                "he locked me in the house",
                "could you take my tablets off me for a bit",
                "I don't trust myself tonight",
                "i've started self harming again",
                "he is not breathing help",
                "I've got a rope ready",
                "no reason to live anymore",
                "unaliving myself sounds good rn"
            })
    void danger(String text) {
        assertTrue(DangerFinder.suggestsDanger(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dying of laughter 😂",
                "lucky, i had all 4 out with no meds and went to work",
                "if that makes you sweat the real ones will kill you",
                "a little rain won't kill you",
                "i don't see the point of this meeting",
                "i don't have any reason to drive there",
                "he was drunk and i drove us home",
                "this job is killing me",
                "i'd kill for a coffee",
                "shoot me an email when you can",
                "my feet are killing me",
                "you're killing it today",
                "i'm dead 💀 that video",
                "i could murder a curry",
                "my phone died sorry",
                "that cake is to die for",
                "mum is going to kill me when she sees the vase",
                "died laughing at your story",
                "we're killing time till the train",
                "the suspense is killing me",
                "i'm dying to know what she said",
                "kill the lights would you",
                "bored to death in this meeting",
                "photo shoot is at noon",
                "did you watch Suicide Squad",
                "she killed the presentation",
                "he beat me at chess again",
                "nearly died of embarrassment",
                "killer heels, where from",
                "over my dead body are you paying",
                "the car battery is dead",
                "hit me up when you're free",
                "let's hang out on saturday",
                "hang on, i'm cooking",
                "cut myself shaving, looks worse than it is",
                "i hurt myself at the gym, just a sprain",
                "the plant died, i overwatered it",
                "dead tired, going to bed",
                "this heat will be the death of me",
                "i want to live in spain one day",
                "i don't want to be here, this queue is endless",
                "she dies in the last episode",
                "game of thrones killed my favourite character",
                "take the tablets with food",
                "she took her pills this morning, all good",
                "scared of the dentist tomorrow",
                "working myself to death on this essay",
                "deadline is friday",
                "overdosed on chocolate, no regrets",
                "knock em dead tomorrow",
                "you slay every time",
                "dead easy, use a spoon",
                "beat the eggs then add milk"
            })
    void idiom(String text) {
        assertFalse(DangerFinder.suggestsDanger(text), text);
    }

    @Test
    void danger_inAnyMessageOfTheBid() {
        assertTrue(DangerFinder.suggestsDanger(Draft.of("see you at six", "i want to die", "sorry, forget it")));
        assertFalse(DangerFinder.suggestsDanger(Draft.of("see you at six", "my phone died", "sorry, back now")));
    }

    @Test
    void danger_besideAnIdiom() {
        assertTrue(DangerFinder.suggestsDanger("this job is killing me, i want to kill myself"));
    }

    @Test
    void danger_hostileText() {
        assertEquals(false, DangerFinder.suggestsDanger("kill ".repeat(200_000) + "\ud83d"));
    }
}
