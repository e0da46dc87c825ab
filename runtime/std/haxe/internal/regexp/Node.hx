package haxe.internal.regexp;

/** What a pattern says, as a tree. **/
enum Node {
	/** Matches without taking anything. **/
	Empty;

	/** One code point. **/
	Character(code:Int, ignoreCase:Bool);

	/** Any code point of the set. **/
	Set(set:CharacterSet);

	/** Any code point, a line feed only where `withLineFeed` is true. **/
	Any(withLineFeed:Bool);

	Assertion(kind:AssertionKind);
	Sequence(nodes:Array<Node>);

	/** The first of the alternatives that leads to a match. **/
	Choice(nodes:Array<Node>);

	/** A group that remembers what it matched. **/
	Capture(node:Node, group:Int);

	/** `most` is -1 where there is no limit. **/
	Repeat(node:Node, least:Int, most:Int, greed:Greed);

	/** What the group matched last. **/
	BackReference(group:Int, ignoreCase:Bool);

	/** Matches where the node does, and what it took is not given back. **/
	Atomic(node:Node);

	LookAhead(node:Node, isNegative:Bool);
	LookBehind(node:Node, isNegative:Bool);

	/** Goes one way where the group has matched, and the other where it has not. **/
	Conditional(group:Int, yes:Node, no:Node);

	/** What was matched so far is not part of the match. **/
	Keep;
}

/** How much a repetition takes: as much as it can, as little, or as much without giving any back. **/
enum abstract Greed(Int) to Int {
	var Greedy = 0;
	var Lazy = 1;
	var Possessive = 2;
}

/** A place in the text. **/
enum abstract AssertionKind(Int) to Int {
	/** `^` and `\A`. **/
	var TextStart = 0;

	/** `\z`. **/
	var TextEnd = 1;

	/** `$` and `\Z`: the end, or before a line feed that ends the text. **/
	var LastLineEnd = 2;

	/** `^` in many lines. **/
	var LineStart = 3;

	/** `$` in many lines. **/
	var LineEnd = 4;

	/** `\b` **/
	var WordBorder = 5;

	/** `\B` **/
	var NoWordBorder = 6;

	/** `\G`: where the search began. **/
	var SearchStart = 7;
}
