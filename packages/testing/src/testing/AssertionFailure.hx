package testing;

import haxe.PosInfos;

/** What an assertion throws that does not hold; `posInfos` is where the assertion stands. **/
class AssertionFailure extends haxe.exceptions.PosException {
	public function new(message:String, ?place:PosInfos) {
		super(message, null, place);
	}
}
