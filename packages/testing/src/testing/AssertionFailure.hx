package testing;

import haxe.PosInfos;

/** What an assertion throws that does not hold. **/
class AssertionFailure extends haxe.Exception {
	/** Where the assertion stands. **/
	public final place:PosInfos;

	public function new(message:String, place:PosInfos) {
		super(message);
		this.place = place;
	}
}
