import testing.TestCase;

/** One test that holds and three that do not. The lines of the assertions are named in haxe_test.test.ts. **/
class FailingTest extends TestCase {
	function testHolds() {
		assertTrue(true);
	}

	function testValuesDiffer() {
		assertEquals([{name: "Ada", score: 3}, {name: "Bob", score: 5}], [{name: "Ada", score: 3}, {name: "Bob", score: 4}], "the board");
	}

	function testTextsDiffer() {
		assertEquals("one\ntwo\nthree", "one\n<2>\nthree");
	}

	function testThrows() {
		throw "no & never";
	}
}
