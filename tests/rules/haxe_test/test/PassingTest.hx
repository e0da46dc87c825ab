import testing.TestCase;

/** Tests that hold. **/
class PassingTest extends TestCase {
	function testWholeNumbersAdd() {
		assertEquals(4, 2 + 2);
	}

	function testTextsJoin() {
		assertEquals("a-b", ["a", "b"].join("-"));
	}
}
