package dev.toward.cue;

import static dev.toward.cue.CueAssertions.all;
import static dev.toward.cue.CueAssertions.assertCue;
import static dev.toward.cue.CueAssertions.assertNothing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Cue.Guard;
import dev.toward.text.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each tactic's traces are and are not, one case a line. */
class CuesTest {
    @Test
    void atLeast_found() {
        assertCue(Tactic.AT_LEAST, "my car got towed", "[at least it wasn't stolen], call you at 6?");
        assertCue(Tactic.AT_LEAST, "", "[At least you still have a job], could be worse.");
        assertCue(Tactic.AT_LEAST, "we lost the house", "[atleast your mum has room]");
        assertCue(Tactic.AT_LEAST, "i failed my test", "well [at least you tried] 😊");
        assertCue(Tactic.AT_LEAST, "", "[least you've got time for the shed now]");
        assertCue(Tactic.AT_LEAST, "he died on sunday", "he [had a good innings]");
    }

    @Test
    void atLeast_innocent() {
        assertNothing(Tactic.AT_LEAST, "how many chairs?", "at least forty");
        assertNothing(Tactic.AT_LEAST, "", "At least we still have Sunday");
        assertNothing(Tactic.AT_LEAST, "", "at least I got my coat back");
        assertNothing(Tactic.AT_LEAST, "when is it due", "at least a week from now");
        assertNothing(Tactic.AT_LEAST, "", "it takes at least two people to lift");
        assertNothing(Tactic.AT_LEAST, "", "\"at least you tried\" is what he told me");
    }

    @Test
    void comparison_found() {
        assertCue(Tactic.COMPARISON, "i hate my job", "[some people would kill for your job]");
        assertCue(Tactic.COMPARISON, "", "[First world problems]");
        assertCue(Tactic.COMPARISON, "my mum shouted at me and i cried", "[could be worse]");
        assertCue(Tactic.COMPARISON, "", "[There are people who would love to have your problems]");
        assertCue(Tactic.COMPARISON, "im so tired", "[count your blessings] hun");
        assertCue(Tactic.COMPARISON, "", "[In my day we just got on with it]");
    }

    @Test
    void comparison_innocent() {
        assertNothing(Tactic.COMPARISON, "hows the weather", "could be worse");
        assertNothing(Tactic.COMPARISON, "", "some people like it with milk");
        assertNothing(Tactic.COMPARISON, "", "They said 'it could be worse'. Who says that?");
        assertNothing(Tactic.COMPARISON, "", "At least I still have my job, could be worse");
        assertNothing(Tactic.COMPARISON, "", "there are people at the door");
        assertNothing(Tactic.COMPARISON, "i got the bus", "in my day off i took it too");
    }

    @Test
    void shrinking_found() {
        assertCue(Tactic.SHRINKING, "i've been crying all day", "[it's not that bad]");
        assertCue(Tactic.SHRINKING, "", "[It's not that deep]");
        assertCue(Tactic.SHRINKING, "my dog died and i can't stop crying", "[it was just a dog]");
        assertCue(Tactic.SHRINKING, "", "no need, [it's only a bit of banter]");
        assertCue(Tactic.SHRINKING, "im so scared about the operation", "[you'll be fine]");
        assertCue(Tactic.SHRINKING, "i feel awful about it, im so ashamed", "[no big deal]");
    }

    @Test
    void shrinking_innocent() {
        assertNothing(Tactic.SHRINKING, "can i hand it in friday", "it's not a big deal if you do");
        assertNothing(Tactic.SHRINKING, "", "I'm not saying it's no big deal");
        assertNothing(Tactic.SHRINKING, "", "my leg isn't that bad");
        assertNothing(Tactic.SHRINKING, "how deep is the pond", "not that deep");
        assertNothing(Tactic.SHRINKING, "", "I'm fine, it's just a cold");
        assertNothing(Tactic.SHRINKING, "where are the keys", "never mind, found them");
    }

    @Test
    void forcedPositivity_found() {
        assertCue(Tactic.FORCED_POSITIVITY, "i didn't get the job", "[onwards and upwards]!");
        assertCue(Tactic.FORCED_POSITIVITY, "", "[Good vibes only please]");
        assertCue(Tactic.FORCED_POSITIVITY, "i lost my job", "[everything happens for a reason]");
        assertCue(Tactic.FORCED_POSITIVITY, "", "[just stay positive]");
        assertCue(Tactic.FORCED_POSITIVITY, "im sad", "[chin up love]");
        assertCue(Tactic.FORCED_POSITIVITY, "", "[look on the bright side]");
    }

    @Test
    void forcedPositivity_innocent() {
        assertNothing(Tactic.FORCED_POSITIVITY, "", "I'm staying put till six");
        assertNothing(Tactic.FORCED_POSITIVITY, "what's the sticker say", "good vibes only stickers are 3 quid");
        assertNothing(Tactic.FORCED_POSITIVITY, "", "you don't have to stay positive with me");
        assertNothing(Tactic.FORCED_POSITIVITY, "", "he told me to stay positive");
        assertNothing(Tactic.FORCED_POSITIVITY, "", "put the chin strap up higher");
        assertNothing(Tactic.FORCED_POSITIVITY, "", "the glass is on the shelf");
    }

    @Test
    void timeHeals_found() {
        assertCue(Tactic.TIME_HEALS, "he left me", "[time heals]");
        assertCue(Tactic.TIME_HEALS, "", "[this too shall pass]");
        assertCue(Tactic.TIME_HEALS, "i said the wrong name in the meeting", "[you'll laugh about it one day]");
        assertCue(Tactic.TIME_HEALS, "", "[give it a few months]");
        assertCue(Tactic.TIME_HEALS, "i miss her", "[you'll get over it]");
        assertCue(Tactic.TIME_HEALS, "", "[it'll all come out in the wash]");
    }

    @Test
    void timeHeals_innocent() {
        assertNothing(Tactic.TIME_HEALS, "when is the cake done", "give it ten more minutes");
        assertNothing(Tactic.TIME_HEALS, "", "I'll get over it");
        assertNothing(Tactic.TIME_HEALS, "", "you don't have to get over it");
        assertNothing(Tactic.TIME_HEALS, "", "the rain will pass the house by noon");
        assertNothing(Tactic.TIME_HEALS, "", "time to go");
        assertNothing(Tactic.TIME_HEALS, "is the course long", "you'll remember most of it by Friday");
    }

    @Test
    void replaceable_found() {
        assertCue(Tactic.REPLACEABLE, "she dumped me", "[plenty more fish in the sea]");
        assertCue(Tactic.REPLACEABLE, "my cat died", "[you can always get another cat]");
        assertCue(Tactic.REPLACEABLE, "", "[you'll find someone better]");
        assertCue(Tactic.REPLACEABLE, "i didn't get the flat", "[something better will come along]");
        assertCue(Tactic.REPLACEABLE, "we lost the baby", "[you can always try again]");
        assertCue(Tactic.REPLACEABLE, "i'm gutted i missed the cut", "[there's always next year]");
    }

    @Test
    void replaceable_innocent() {
        assertNothing(Tactic.REPLACEABLE, "the kettle is broken", "i can pick one up on saturday");
        assertNothing(Tactic.REPLACEABLE, "", "I'll find another one");
        assertNothing(Tactic.REPLACEABLE, "where are the cups", "there are plenty on the shelf");
        assertNothing(Tactic.REPLACEABLE, "", "is there another one in the box");
        assertNothing(Tactic.REPLACEABLE, "do you sell these", "yes we have a new one");
        assertNothing(Tactic.REPLACEABLE, "", "we're having fish for tea");
    }

    @Test
    void normalizingAway_found() {
        assertCue(Tactic.NORMALIZING_AWAY, "i cried at work", "[welcome to the real world]");
        assertCue(Tactic.NORMALIZING_AWAY, "", "[that's life]");
        assertCue(Tactic.NORMALIZING_AWAY, "i got passed over and im gutted", "[happens to the best of us]");
        assertCue(Tactic.NORMALIZING_AWAY, "", "[life isn't fair]");
        assertCue(Tactic.NORMALIZING_AWAY, "he shouted at me and i was so upset", "[it is what it is]");
        assertCue(Tactic.NORMALIZING_AWAY, "", "[you win some, you lose some]");
    }

    @Test
    void normalizingAway_innocent() {
        assertNothing(Tactic.NORMALIZING_AWAY, "", "that's life insurance, not car insurance");
        assertNothing(Tactic.NORMALIZING_AWAY, "", "welcome to the team!");
        assertNothing(Tactic.NORMALIZING_AWAY, "do they all get one", "everyone gets one");
        assertNothing(Tactic.NORMALIZING_AWAY, "", "it happens on Tuesdays");
        assertNothing(Tactic.NORMALIZING_AWAY, "", "not everyone does");
        assertNothing(Tactic.NORMALIZING_AWAY, "", "I'd have been furious too, anyone would");
    }

    @Test
    void faithBypass_found() {
        assertCue(Tactic.FAITH_BYPASS, "my gran died", "[she's in a better place]");
        assertCue(Tactic.FAITH_BYPASS, "i lost the baby", "[it just wasn't meant to be]");
        assertCue(Tactic.FAITH_BYPASS, "", "[God has a plan for you]");
        assertCue(Tactic.FAITH_BYPASS, "", "[everything happens the way it should]");
        assertCue(Tactic.FAITH_BYPASS, "", "[trust the process] hun");
        assertCue(Tactic.FAITH_BYPASS, "he died", "[God needed another angel]");
    }

    @Test
    void faithBypass_innocent() {
        assertNothing(Tactic.FAITH_BYPASS, "", "I'll pray for you and I'm here");
        assertNothing(Tactic.FAITH_BYPASS, "is it meant to be this hot", "yes it is, leave it");
        assertNothing(Tactic.FAITH_BYPASS, "", "the universe is big");
        assertNothing(Tactic.FAITH_BYPASS, "", "we're in a better place than last year");
        assertNothing(Tactic.FAITH_BYPASS, "", "I hate when people say God has a plan");
        assertNothing(Tactic.FAITH_BYPASS, "which church", "the one by the process server");
    }

    @Test
    void joyShrink_found() {
        assertCue(Tactic.JOY_SHRINK, "i got the part!", "[don't get your hopes up]");
        assertCue(Tactic.JOY_SHRINK, "i got a raise!!", "[don't get too excited]");
        assertCue(Tactic.JOY_SHRINK, "i won at chess", "[beginner's luck]");
        assertCue(Tactic.JOY_SHRINK, "i got in!", "[they let anyone in]");
        assertCue(Tactic.JOY_SHRINK, "i've been sober a week", "[we'll see how long that lasts]");
        assertCue(Tactic.JOY_SHRINK, "i ran a 5k!!", "[not exactly the olympics]");
    }

    @Test
    void joyShrink_innocent() {
        assertNothing(Tactic.JOY_SHRINK, "", "about time they gave you that!!");
        assertNothing(Tactic.JOY_SHRINK, "", "we'll see you at six");
        assertNothing(Tactic.JOY_SHRINK, "", "I got too excited and dropped it");
        assertNothing(Tactic.JOY_SHRINK, "", "wait till you see the garden");
        assertNothing(Tactic.JOY_SHRINK, "", "let anyone in who has a ticket");
        assertNothing(Tactic.JOY_SHRINK, "how was it", "not bad, long queue");
    }

    @Test
    void brushOff_found() {
        assertCue(Tactic.BRUSH_OFF, "im upset", "[whatever]");
        assertCue(Tactic.BRUSH_OFF, "", "[not this again]");
        assertCue(Tactic.BRUSH_OFF, "i feel left out", "[not my problem]");
        assertCue(Tactic.BRUSH_OFF, "", "[get over yourself]");
        assertCue(Tactic.BRUSH_OFF, "i need to talk about mum", "[can we not do this now]");
        assertCue(Tactic.BRUSH_OFF, "", "[cool story bro]");
    }

    @Test
    void brushOff_innocent() {
        assertNothing(Tactic.BRUSH_OFF, "which one", "whatever you like best");
        assertNothing(Tactic.BRUSH_OFF, "", "can we talk later? I'm driving and I want to hear all of it");
        assertNothing(Tactic.BRUSH_OFF, "", "I don't care which, you pick");
        assertNothing(Tactic.BRUSH_OFF, "", "here we go, track one");
        assertNothing(Tactic.BRUSH_OFF, "tea or coffee", "whatever is going");
        assertNothing(Tactic.BRUSH_OFF, "", "whatever happens, I'm here");
    }

    @Test
    void shutDown_found() {
        assertCue(Tactic.SHUT_DOWN, "why are you angry", "[drop it]");
        assertCue(Tactic.SHUT_DOWN, "", "[End of discussion].");
        assertCue(Tactic.SHUT_DOWN, "i feel like you never listen", "[i'm done talking about this]");
        assertCue(Tactic.SHUT_DOWN, "", "[this conversation is over]");
        assertCue(Tactic.SHUT_DOWN, "you hurt me", "[not another word]");
        assertCue(Tactic.SHUT_DOWN, "", "[call me when you've calmed down]");
    }

    @Test
    void shutDown_innocent() {
        assertNothing(Tactic.SHUT_DOWN, "where do i leave the parcel", "just drop it in the porch");
        assertNothing(Tactic.SHUT_DOWN, "", "I can't tonight");
        assertNothing(Tactic.SHUT_DOWN, "", "please stop calling me that");
        assertNothing(Tactic.SHUT_DOWN, "", "I'm done with the stairs");
        assertNothing(Tactic.SHUT_DOWN, "", "the conversation was lovely");
        assertNothing(Tactic.SHUT_DOWN, "", "leave it on the step");
    }

    @Test
    void feelingOrder_found() {
        assertCue(Tactic.FEELING_ORDER, "they're late again", "[calm down]");
        assertCue(Tactic.FEELING_ORDER, "", "[cheer up]!");
        assertCue(Tactic.FEELING_ORDER, "i'm scared of the dentist", "[don't be scared]");
        assertCue(Tactic.FEELING_ORDER, "", "[you need to get a grip]");
        assertCue(Tactic.FEELING_ORDER, "", "[stop crying]");
        assertCue(Tactic.FEELING_ORDER, "my ex is here", "[snap out of it]");
    }

    @Test
    void feelingOrder_innocent() {
        assertNothing(Tactic.FEELING_ORDER, "", "I hate that he told you to calm down");
        assertNothing(Tactic.FEELING_ORDER, "", "I should just get over it");
        assertNothing(Tactic.FEELING_ORDER, "", "calm down the sauce with a splash of milk");
        assertNothing(Tactic.FEELING_ORDER, "", "she'll calm down once she has eaten");
        assertNothing(Tactic.FEELING_ORDER, "", "you don't have to calm down");
        assertNothing(Tactic.FEELING_ORDER, "", "don't be late");
    }

    @Test
    void feelingJudgment_found() {
        assertCue(Tactic.FEELING_JUDGMENT, "", "[You're overreacting]");
        assertCue(Tactic.FEELING_JUDGMENT, "", "[you're so sensitive]");
        assertCue(Tactic.FEELING_JUDGMENT, "i cried", "[that's a crazy reaction]");
        assertCue(Tactic.FEELING_JUDGMENT, "", "[It makes no sense to feel that way]");
        assertCue(Tactic.FEELING_JUDGMENT, "", "[boys don't cry]");
        assertCue(Tactic.FEELING_JUDGMENT, "he forgot me", "[don't be so dramatic]");
    }

    @Test
    void feelingJudgment_innocent() {
        assertNothing(Tactic.FEELING_JUDGMENT, "", "I was overreacting");
        assertNothing(Tactic.FEELING_JUDGMENT, "", "the screen is too sensitive");
        assertNothing(Tactic.FEELING_JUDGMENT, "", "you're so kind");
        assertNothing(Tactic.FEELING_JUDGMENT, "", "they said you're too sensitive and they're wrong");
        assertNothing(Tactic.FEELING_JUDGMENT, "", "drama class is at ten");
        assertNothing(Tactic.FEELING_JUDGMENT, "", "you're not overreacting");
    }

    @Test
    void perceptionDenial_found() {
        assertCue(Tactic.PERCEPTION_DENIAL, "they laughed at me", "[you're imagining things]");
        assertCue(Tactic.PERCEPTION_DENIAL, "", "[it's all in your head]");
        assertCue(Tactic.PERCEPTION_DENIAL, "", "[That never happened]");
        assertCue(Tactic.PERCEPTION_DENIAL, "", "[nobody is looking at you]");
        assertCue(Tactic.PERCEPTION_DENIAL, "you said i was fat", "[you're making it up]");
        assertCue(Tactic.PERCEPTION_DENIAL, "", "[you must have misheard]");
    }

    @Test
    void perceptionDenial_innocent() {
        assertNothing(Tactic.PERCEPTION_DENIAL, "", "I never said no to cake");
        assertNothing(Tactic.PERCEPTION_DENIAL, "", "it's all in the folder");
        assertNothing(Tactic.PERCEPTION_DENIAL, "is anyone there", "nobody is here yet");
        assertNothing(Tactic.PERCEPTION_DENIAL, "", "you're making dinner tonight");
        assertNothing(Tactic.PERCEPTION_DENIAL, "", "I must have misheard you");
        assertNothing(Tactic.PERCEPTION_DENIAL, "", "you're not imagining things");
    }

    @Test
    void blame_found() {
        assertCue(Tactic.BLAME, "", "[I told you so]");
        assertCue(Tactic.BLAME, "i got burgled", "[what did you expect]");
        assertCue(Tactic.BLAME, "he left me", "[you brought this on yourself]");
        assertCue(Tactic.BLAME, "", "[it's your own fault]");
        assertCue(Tactic.BLAME, "", "[you should have known] better");
        assertCue(Tactic.BLAME, "i'm broke", "[that's on you]");
    }

    @Test
    void blame_innocent() {
        assertNothing(Tactic.BLAME, "", "None of this is your fault");
        assertNothing(Tactic.BLAME, "", "it's my own fault");
        assertNothing(Tactic.BLAME, "", "no wonder you snapped");
        assertNothing(Tactic.BLAME, "whose turn is it", "yours");
        assertNothing(Tactic.BLAME, "", "I should have known better");
        assertNothing(Tactic.BLAME, "", "you should have seen her face");
    }

    @Test
    void mockery_found() {
        assertCue(Tactic.MOCKERY, "", "[cry me a river]");
        assertCue(Tactic.MOCKERY, "", "[here come the waterworks]");
        assertCue(Tactic.MOCKERY, "i'm hurt", "[boo hoo]");
        assertCue(Tactic.MOCKERY, "", "[world's smallest violin]");
        assertCue(Tactic.MOCKERY, "nobody thanked me", "[do you want a medal]");
        assertCue(Tactic.MOCKERY, "", "[don't get your knickers in a twist]");
    }

    @Test
    void mockery_innocent() {
        assertNothing(Tactic.MOCKERY, "", "you poor thing, come here");
        assertNothing(Tactic.MOCKERY, "", "the river is high");
        assertNothing(Tactic.MOCKERY, "", "do you want a coffee");
        assertNothing(Tactic.MOCKERY, "", "her violin lesson is at two");
        assertNothing(Tactic.MOCKERY, "", "congrats on the medal");
        assertNothing(Tactic.MOCKERY, "", "that must be nice for her, the new flat");
    }

    @Test
    void unaskedFix_found() {
        assertCue(Tactic.UNASKED_FIX, "i can't sleep", "[have you tried yoga]");
        assertCue(Tactic.UNASKED_FIX, "", "[what you need is] a hobby");
        assertCue(Tactic.UNASKED_FIX, "i hate my boss", "[just quit]");
        assertCue(Tactic.UNASKED_FIX, "im lonely", "[get a hobby]");
        assertCue(Tactic.UNASKED_FIX, "the baby won't settle", "[sleep when the baby sleeps]");
        assertCue(Tactic.UNASKED_FIX, "he lied again", "block him, [problem solved]");
    }

    @Test
    void unaskedFix_innocent() {
        assertNothing(Tactic.UNASKED_FIX, "how do i reset it", "hold the button for ten seconds");
        assertNothing(Tactic.UNASKED_FIX, "what should i do about the cough", "see a pharmacist");
        assertNothing(Tactic.UNASKED_FIX, "", "have you tried the soup here");
        assertNothing(Tactic.UNASKED_FIX, "", "just leave the keys on the side");
        assertNothing(Tactic.UNASKED_FIX, "", "I have tried yoga");
        assertNothing(Tactic.UNASKED_FIX, "", "did you try calling the bank");
    }

    @Test
    void topicChange_found() {
        assertCue(Tactic.TOPIC_CHANGE, "my dad died this morning", "[anyway, did you see the game]");
        assertCue(Tactic.TOPIC_CHANGE, "i got the job!!", "[k anyway what time is dinner]");
        assertCue(Tactic.TOPIC_CHANGE, "i've been crying all day", "[btw can you bring the drill]");
        assertCue(Tactic.TOPIC_CHANGE, "we broke up", "[anyway guess who i saw]");
        assertCue(Tactic.TOPIC_CHANGE, "i'm so scared", "[ok anyway are you coming friday]");
        assertCue(Tactic.TOPIC_CHANGE, "he left me", "[speaking of which, have you got my charger]");
    }

    @Test
    void topicChange_innocent() {
        assertNothing(Tactic.TOPIC_CHANGE, "the train is at six", "anyway did you see the game");
        assertNothing(Tactic.TOPIC_CHANGE, "", "anyway, did you see the game");
        assertNothing(Tactic.TOPIC_CHANGE, "my dad died", "I'm so sorry. Did you get to see him?");
        assertNothing(Tactic.TOPIC_CHANGE, "i got the job!!", "did you tell your mum");
        assertNothing(Tactic.TOPIC_CHANGE, "", "btw can you bring the drill");
        assertNothing(Tactic.TOPIC_CHANGE, "i'm so sad", "anyway you can call me any time");
    }

    @Test
    void selfShift_found() {
        assertCue(Tactic.SELF_SHIFT, "i'm exhausted", "[you think you're tired]");
        assertCue(Tactic.SELF_SHIFT, "", "[what about me]");
        assertCue(Tactic.SELF_SHIFT, "i had a bad day", "[wait till you hear about my] day");
        assertCue(Tactic.SELF_SHIFT, "", "[that's nothing, when I] had mine out I was back by noon");
        assertCue(Tactic.SELF_SHIFT, "", "[i know exactly how you feel, my] cat died");
        assertCue(Tactic.SELF_SHIFT, "my boss shouted at me", "[try being me] for a day");
    }

    @Test
    void selfShift_innocent() {
        assertNothing(Tactic.SELF_SHIFT, "", "same, that place drains me");
        assertNothing(Tactic.SELF_SHIFT, "", "you should see my inbox");
        assertNothing(Tactic.SELF_SHIFT, "", "that's nothing to do with us");
        assertNothing(Tactic.SELF_SHIFT, "", "I know how you feel about onions");
        assertNothing(Tactic.SELF_SHIFT, "", "wait till you hear the album");
        assertNothing(Tactic.SELF_SHIFT, "", "what about Tuesday");
    }

    @Test
    void tokenReply_found() {
        assertCue(Tactic.TOKEN_REPLY, "i got the job!!", "[k]");
        assertCue(Tactic.TOKEN_REPLY, "we lost the baby", "[ok]");
        assertCue(Tactic.TOKEN_REPLY, "i passed!!", "[nice]");
        assertCue(Tactic.TOKEN_REPLY, "she said yes!!!", "[👍]");
        assertCue(Tactic.TOKEN_REPLY, "my dad died last night", "[lol]");
        assertCue(Tactic.TOKEN_REPLY, "i've been crying all day", "[that's nice dear]");
    }

    @Test
    void tokenReply_innocent() {
        assertNothing(Tactic.TOKEN_REPLY, "get milk?", "ok");
        assertNothing(Tactic.TOKEN_REPLY, "", "ok");
        assertNothing(Tactic.TOKEN_REPLY, "", "nice");
        assertNothing(Tactic.TOKEN_REPLY, "see you at 6", "👍");
        assertNothing(Tactic.TOKEN_REPLY, "i got the job!!", "nice!! tell me everything");
        assertNothing(Tactic.TOKEN_REPLY, "the bus is late", "k");
    }

    @Test
    void defensive_found() {
        assertCue(Tactic.DEFENSIVE, "you forgot my birthday", "[so i'm the bad guy]");
        assertCue(Tactic.DEFENSIVE, "", "[I can never do anything right]");
        assertCue(Tactic.DEFENSIVE, "", "[after everything I've done for you]");
        assertCue(Tactic.DEFENSIVE, "", "[sorry for breathing]");
        assertCue(Tactic.DEFENSIVE, "you snapped at me", "[nothing i do is good enough]");
        assertCue(Tactic.DEFENSIVE, "", "[I'm not a mind reader]");
    }

    @Test
    void defensive_innocent() {
        assertNothing(Tactic.DEFENSIVE, "", "I'm sorry, I got it wrong");
        assertNothing(Tactic.DEFENSIVE, "", "I was only trying to help with the shelves");
        assertNothing(Tactic.DEFENSIVE, "", "sorry for the delay");
        assertNothing(Tactic.DEFENSIVE, "", "she's the problem solver");
        assertNothing(Tactic.DEFENSIVE, "", "I did everything on the list");
        assertNothing(Tactic.DEFENSIVE, "", "it's my fault, I forgot");
    }

    @Test
    void invalidatingBut_found() {
        assertCue(Tactic.INVALIDATING_BUT, "", "I hear you, [but you're being too sensitive]");
        assertCue(Tactic.INVALIDATING_BUT, "", "I get that you're upset, [but it's not all about you]");
        assertCue(Tactic.INVALIDATING_BUT, "", "i know it hurts [but you need to move on]");
        assertCue(Tactic.INVALIDATING_BUT, "", "I'm sorry you feel bad [but you're overreacting]");
        assertCue(Tactic.INVALIDATING_BUT, "", "I understand, [but you knew what you were getting into]");
        assertCue(Tactic.INVALIDATING_BUT, "", "love you [but ur exhausting]");
    }

    @Test
    void invalidatingBut_innocent() {
        assertNothing(Tactic.INVALIDATING_BUT, "", "I hear you, but I see it differently");
        assertNothing(Tactic.INVALIDATING_BUT, "", "I get why you're angry, but the bus leaves at six");
        assertNothing(Tactic.INVALIDATING_BUT, "", "I know it's late but can you call");
        assertNothing(Tactic.INVALIDATING_BUT, "", "but you're right");
        assertNothing(Tactic.INVALIDATING_BUT, "", "I'm sorry but I can't tonight");
        assertNothing(Tactic.INVALIDATING_BUT, "", "I see it differently, and I get why you're angry");
    }

    @Test
    void interrogation_found() {
        assertCue(Tactic.INTERROGATION, "", "[are you sure it wasn't just] a joke");
        assertCue(Tactic.INTERROGATION, "", "[give me one example]");
        assertCue(Tactic.INTERROGATION, "i'm sad", "[what have you got to be sad about]");
        assertCue(Tactic.INTERROGATION, "", "[what exactly is the problem]");
        assertCue(Tactic.INTERROGATION, "", "[can you prove it]");
        assertCue(Tactic.INTERROGATION, "he was rude", "[did he actually say that]");
    }

    @Test
    void interrogation_innocent() {
        assertNothing(Tactic.INTERROGATION, "", "are you sure you don't want a lift");
        assertNothing(Tactic.INTERROGATION, "", "can you give me an example of the format");
        assertNothing(Tactic.INTERROGATION, "", "what happened?");
        assertNothing(Tactic.INTERROGATION, "", "are you sure about Tuesday");
        assertNothing(Tactic.INTERROGATION, "", "what are you up to");
        assertNothing(Tactic.INTERROGATION, "", "did he call you back");
    }

    @Test
    void bothInOneMessage_exactSpans() {
        List<Cue> cues = all("", "At least you still have a job, could be worse.");
        assertEquals(
                List.of(
                        new Cue(Tactic.AT_LEAST, new Span(0, 29), Set.of()),
                        new Cue(Tactic.COMPARISON, new Span(31, 45), Set.of())),
                cues);
    }

    @Test
    void guards_areKeptForTheRecord() {
        assertGuard(Guard.QUOTED, "I hate that he told you to calm down");
        assertGuard(Guard.QUOTED, "\"you're overreacting\"? he actually typed that to you?");
        assertGuard(Guard.QUOTED, "they said you're too sensitive, and you are not");
        assertGuard(Guard.NEGATED, "I'm not saying you should get over it");
        assertGuard(Guard.NEGATED, "you don't have to stay positive");
        assertGuard(Guard.ABOUT_WRITER, "I should just get over it");
    }

    @Test
    void firmness_isNoCue() {
        for (String firm : List.of(
                "No, I can't tonight",
                "please stop calling me that",
                "It was Tuesday, not Monday",
                "I see it differently, and I get why you're angry",
                "I won't lend you the car",
                "I need an hour to myself, then I'm all yours")) {
            assertEquals(List.of(), all("you never have time for me", firm), firm);
        }
    }

    @Test
    void finders_oneATactic() {
        List<Tactic> tactics = Cues.finders().stream().map(CueFinder::tactic).toList();
        assertEquals(Set.of(Tactic.values()), Set.copyOf(tactics));
        assertEquals(
                tactics.stream()
                        .sorted(java.util.Comparator.comparing(Tactic::id))
                        .toList(),
                tactics);
    }

    @Test
    void patternFiles_oneATactic() {
        for (Tactic tactic : Tactic.values()) {
            assertTrue(Cues.patternFiles().containsKey(tactic.id() + ".tokens"), tactic.id());
        }
    }

    private static void assertGuard(Guard guard, String text) {
        List<Cue> cues = all("", text);
        assertTrue(!cues.isEmpty(), text);
        assertTrue(cues.stream().allMatch(c -> c.guards().contains(guard)), () -> text + ": " + cues);
    }
}
