package behavior;

enum abstract Status(String) to String {
	var Success = "success";
	var Failure = "failure";
	/** Not done: the same node goes on at the next tick. **/
	var Running = "running";

	public static function of(isSuccess:Bool):Status {
		return isSuccess ? Success : Failure;
	}

	@:op(!A) static function invert(status:Status):Status {
		return switch (status) {
			case Success: Failure;
			case Failure: Success;
			case Running: Running;
		}
	}
}
