import testing.AssertionFailure;
import testing.LineDifference;
import testing.TestCase;

private enum Shape {
	Circle(radius:Int);
	Named(name:String, shape:Shape);
}

/** What assertions accept, and what they say where they do not hold. **/
class AssertionsTest extends TestCase {
	var steps:Array<String> = [];

	override public function setup() {
		steps.push("setup");
	}

	function testEachTestHasAnInstanceOfItsOwn() {
		assertEquals(["setup"], steps);
	}

	function testEqualValuesPass() {
		assertEquals(1, 1);
		assertEquals([[1], [2, 3]], [[1], [2, 3]]);
		assertEquals({a: 1, b: ["x"]}, {b: ["x"], a: 1});
		assertEquals(["a" => [1]], ["a" => [1]]);
		assertEquals(Named("a", Circle(2)), Named("a", Circle(2)));
		assertEquals(Math.NaN, Math.NaN);
		assertNotEquals([1, 2], [2, 1]);
		assertNear(0.3, 0.1 + 0.2, 1e-12);
		assertNull(null);
		assertNotNull(steps);
		assertSame(steps, steps);
	}

	function testTheFirstDifferenceIsNamed() {
		says("expected [1, 2, 3]\nfound    [1, 5, 3]\nat [1]: expected 2, found 5", () -> assertEquals([1, 2, 3], [1, 5, 3]));
		says("expected [1]\nfound    [1, 2]\nat .length: expected 1, found 2", () -> assertEquals([1], [1, 2]));
		says('expected {a: {b: "x"}}\nfound    {a: {b: "y"}}\nat .a.b: expected "x", found "y"',
			() -> assertEquals({a: {b: "x"}}, {a: {b: "y"}}));
		says('expected ["k" => 1]\nfound    ["k" => 2]\nat ["k"]: expected 1, found 2', () -> assertEquals(["k" => 1], ["k" => 2]));
		says('expected Named("a", Circle(1))\nfound    Named("a", Circle(2))\nat .Named[1].Circle[0]: expected 1, found 2',
			() -> assertEquals(Named("a", Circle(1)), Named("a", Circle(2))));
		says("the sum\nexpected 3\nfound    4", () -> assertEquals(3, 4, "the sum"));
	}

	function testTextsOfSeveralLinesAreComparedByLine() {
		assertEquals(["  a", "- b", "+ x", "  c", "+ d"], LineDifference.between("a\nb\nc", "a\nx\nc\nd"));
		says("the texts differ, - expected, + found:\n  a\n- b\n+ c", () -> assertEquals("a\nb", "a\nc"));
	}

	function testOtherAssertions() {
		says("expected true, found false", () -> assertTrue(false));
		says("expected false, found true", () -> assertFalse(true));
		says("expected null, found [1]", () -> assertNull([1]));
		says("expected a value, found null", () -> assertNotNull(null));
		says("expected an exception, found none", () -> assertRaises(() -> {}));
		says("enough", () -> fail("enough"));
	}

	function testRaisedValuesAreReturned() {
		assertEquals("text", assertRaises(() -> throw "text", String));
		var failure:AssertionFailure = assertRaises(() -> fail("here"), AssertionFailure);
		assertEquals("here", failure.message);
		assertTrue(StringTools.endsWith(failure.posInfos.fileName, "AssertionsTest.hx"));
	}

	function says(expected:String, action:() -> Void) {
		var failure:AssertionFailure = assertRaises(action, AssertionFailure);
		assertEquals(expected, failure.message);
	}
}
