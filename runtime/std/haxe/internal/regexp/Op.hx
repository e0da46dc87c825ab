package haxe.internal.regexp;

/**
	What the matcher does, with the numbers that follow in the program. `register` numbers a place of the matcher's
	memory: first where each group starts and ends, then what loops and groups need while they run.
**/
enum abstract Op(Int) to Int {
	/** The match is complete. **/
	var Match = 0;

	/** code: one UTF-16 unit. **/
	var Unit = 1;

	/** a, b: a code point that is one of two. **/
	var Either = 2;

	/** set: a code point of the set. **/
	var InSet = 3;

	/** A code point other than a line feed. **/
	var NotLineFeed = 4;

	var AnyPoint = 5;

	/** kind, a, b, least, most, greed, unit: many code points that one of the operations above takes; the unit follows, or -1. **/
	var Run = 6;

	/** target **/
	var Jump = 7;

	/** target: go on, and try the target later. **/
	var Fork = 8;

	/** target: go to the target, and try what is next later. **/
	var ForkAway = 9;

	/** register: remember the position. **/
	var Mark = 10;

	/** group, register: the group ends here and started where the register says. **/
	var CloseGroup = 11;

	/** kind **/
	var Assert = 12;

	/** group, ignoreCase **/
	var Repeated = 13;

	/** register: 0 rounds so far. **/
	var StartLoop = 14;

	/** register, least, most, isGreedy, exit: one more round, or out. The register behind it holds where the round began. **/
	var Loop = 15;

	/** register: a round begins. **/
	var Round = 16;

	/** register, rounds, target: to the loop's head, unless the round took nothing after that many. **/
	var NextRound = 17;

	/** register: remember what there is to try. **/
	var StartAtomic = 18;

	/** register: forget what was added to it. **/
	var EndAtomic = 19;

	/** register: as StartAtomic, and the position in the register behind it. **/
	var StartLook = 20;

	/** register **/
	var EndLook = 21;

	/** register, target: go on, and to the target where that fails. **/
	var StartNot = 22;

	/** register: it did not fail. **/
	var EndNot = 23;

	/** count: so many code points back. **/
	var Back = 24;

	/** group, target: to the target where the group has not matched. **/
	var IfGroup = 25;

	/** The match starts here. **/
	var KeepOut = 26;

	var Fail = 27;
}
