import core.audio.Voice;
import testing.TestCase;

/** A voice's time is the game's. **/
class SoundTest extends TestCase {
	function testAVoiceEndsWithItsSound() {
		var voice = new Voice(1, "test.Click", false, 1.0, 2.0);
		assertTrue(voice.advance(0.25, 1.0));
		assertEquals(0.5, voice.position);
		assertTrue(voice.isPlaying);
		assertTrue(voice.advance(0.25, 1.0));
		assertFalse(voice.isPlaying);
	}

	function testAnEndedVoiceStaysKnownForAWhile() {
		var voice = new Voice(1, "test.Click", false, 1.0, 1.0);
		assertTrue(voice.advance(0.125, 0.01));
		assertTrue(voice.advance(0.125, 0.01));
		assertFalse(voice.advance(0.125, 0.01));
	}

	function testALoopGoesOnUntilItIsStopped() {
		var voice = new Voice(1, "test.Click", true, 1.0, 1.0);
		for (_ in 0...100) assertTrue(voice.advance(0.5, 1.0));
		assertTrue(voice.isPlaying);
		voice.stop();
		assertFalse(voice.isPlaying);
		assertFalse(voice.advance(0.5, 1.0));
	}
}
