package vehicles;

import core.Component;

/** What a vehicle carries. **/
@:component class Payload extends Component {
	/** Kilograms. **/
	@:param(min = 0, max = 20) public var mass:Float = 1.0;
}
