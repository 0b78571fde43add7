package dev.groundwork.rabbitmq;

import java.io.IOException;

import dev.groundwork.diagnosis.Diagnosis;
import dev.groundwork.plan.Step;

/**
 * Says of a step what went wrong.
 */
interface Explanations {

	Diagnosis of(Step step, BrokerRefusal refusal);

	Diagnosis ofLoss(IOException loss);

}
